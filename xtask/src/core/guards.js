
/** Whether what was thrown is a refusal, with its field, its value and what is allowed. */
export const isInputError = (thrown) => thrown instanceof Error && thrown.name === 'InputError';

/** What was given, as the core's own refusals have it: a number by itself, all else in quotation marks, cut where it is long. */
function asGiven(given) {
    if (typeof given === 'number') return String(given);
    let text;
    try {
        text = ['string', 'bigint'].includes(typeof given) ? String(given) : JSON.stringify(given);
    } catch {
        // What goes round in a circle cannot be written.
    }
    const [...letters] = (text ?? typeof given).replace(/\p{Cc}/gu, ' ');
    return `"${letters.slice(0, 40).join('')}${letters.length > 40 ? '…' : ''}"`;
}

function refuse(field, given, allowed) {
    const value = asGiven(given);
    const message = `${field}: ${value} is not taken; allowed is ${allowed}`;
    throw Object.assign(new Error(message), { name: 'InputError', field, value, allowed });
}

/** What each function takes, by the kinds in xtask/src/core/guards.rs. */
const guard = {
    string(given, field) {
        if (typeof given !== 'string') refuse(field, given, 'a string');
    },
    /** The core tells which there are. */
    id(given) {
        if (typeof given !== 'string') check_input(given, 0);
    },
    mark(given, field) {
        if (typeof given !== 'string' || !/^[^\p{Nd}\p{L}\p{Cs}\p{Cc}\s+-]$/u.test(given)) refuse(field, given, 'one mark, such as . or ,');
    },
    /** One that is left out is false. */
    boolean(given, field) {
        if (given !== undefined && typeof given !== 'boolean') refuse(field, given, 'true or false');
    },
    /** The core itself refuses one that is not finite, and tells the range. */
    number(given, field) {
        if (typeof given !== 'number') refuse(field, given, 'a number');
    },
    finite(given, field) {
        if (!Number.isFinite(given)) refuse(field, given, 'a finite number');
    },
    /** The core tells the range of the input. */
    value(given, field, id) {
        if (Number.isFinite(given)) return;
        if (id !== undefined && id !== null) check_input(id, given);
        refuse(field, given, 'a finite number');
    },
    /** WebAssembly would take it modulo 2³². */
    steps(given, field) {
        if (!Number.isInteger(given) || given !== (given | 0)) refuse(field, given, 'a whole number, -2147483648 to 2147483647');
    },
    place(given, field) {
        if (!Number.isInteger(given) || given !== given >>> 0) refuse(field, given, 'a whole number, 0 to 4294967295');
    },
    figure(given, field) {
        if (given?.namespaceURI !== 'http://www.w3.org/2000/svg' || given.localName !== 'svg') refuse(field, given, 'an <svg> element');
    },
    instance(given, field, kind, name) {
        if (!(given instanceof kind)) refuse(field, given, `a ${name}`);
        guard.alive(given, field);
    },
    /** One that was let go has no place in the core any more. */
    alive(given, field) {
        if (!given.__wbg_ptr) refuse(field, 'let go', 'what was not let go by free() or `using`');
    },
};
