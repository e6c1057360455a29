/** Scripts that the page itself loads, for browsers that enforce Trusted Types: only its own, named from its folder. */
interface Policy {
  createScriptURL(address: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const OWN = /^\.{1,2}\/[\w./-]+\.js$/;

const rules: Policy = {
  createScriptURL(address) {
    if (!OWN.test(address)) throw new TypeError(`not a script of this page: ${address}`);
    return address;
  },
};

const { trustedTypes } = globalThis as { trustedTypes?: Factory };
const policy = trustedTypes?.createPolicy('break-even', rules) ?? rules;

export const ownScript = (address: string): string => policy.createScriptURL(address);
