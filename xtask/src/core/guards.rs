//! What stands before the core where anybody may call it: wasm-bindgen's script checks no types.
//!
//! It takes the length of what is no text, and WebAssembly takes `null` for 0 and 2³² for 0, too. And where a call ends before
//! what it borrows is on the script's stack, the script takes that off all the same, until the stack runs into what lies above.

use std::iter;

use anyhow::{Context, Result, bail, ensure};
use xshell::Shell;

/// What the guards are made of.
const GUARDS: &str = include_str!("guards.js");

const TYPES: &str = "
/** Whether what was thrown is a refusal, with its field, its value and what is allowed. */
export function isInputError(thrown: unknown): thrown is InputError;
";

/// What wasm-bindgen writes where a call ends, once for each object that the call has borrowed.
const GIVEN_BACK: &str = "heap[stack_pointer++] = undefined;";

/// Lets the script at `path`, which has no ending, refuse what is not of the type that it declares.
pub fn put_up(sh: &Shell, path: &str) -> Result<()> {
    let script = format!("{path}.js");
    let guarded = guarded(&sh.read_file(&script)?).with_context(|| script.clone())?;
    sh.write_file(&script, guarded + GUARDS)?;
    let types = format!("{path}.d.ts");
    let declared = sh.read_file(&types)?;
    // Beside what the core offers, before the ways to load it.
    const LOADING: &str = "\nexport type InitInput ";
    ensure!(
        declared.matches(LOADING).count() == 1,
        "{types} declares the ways to load the core in another way now"
    );
    Ok(sh.write_file(&types, declared.replacen(LOADING, &[TYPES, LOADING].concat(), 1))?)
}

fn guarded(script: &str) -> Result<String> {
    freed_once(&balanced(&with_texts_alone(&with_heads(script)?)?)?)
}

/// The last wall, also for what the core itself calls: what is no text has no length.
fn with_texts_alone(script: &str) -> Result<String> {
    const HEAD: &str = "function passStringToWasm0(arg, malloc, realloc) {\n";
    ensure!(script.matches(HEAD).count() == 1, "wasm-bindgen hands texts over in another way now");
    let guard = "    guard.string(arg, 'text');\n";
    Ok(script.replacen(HEAD, &[HEAD, guard].concat(), 1))
}

/// What is let go of twice, by hand and by `using` perhaps, is let go of once.
fn freed_once(script: &str) -> Result<String> {
    const FREE: &str = "    free() {\n";
    let (frees, classes) = (script.matches(FREE).count(), script.matches("\nexport class ").count());
    ensure!(frees == classes && frees > 0, "wasm-bindgen lets go of its objects in another way now");
    Ok(script.replace(FREE, &[FREE, "        if (!this.__wbg_ptr) return;\n"].concat()))
}

/// What a call has not borrowed it does not give back.
fn balanced(script: &str) -> Result<String> {
    let mut lines: Vec<String> = Vec::new();
    // Where the last `try` begins, until its end has given back.
    let (mut begins, mut balanced) = (None, 0);
    for line in script.lines() {
        let (indent, code) = parted(line);
        if code == "try {" {
            begins = Some(lines.len());
        }
        if code != GIVEN_BACK {
            lines.push(line.to_owned());
            continue;
        }
        let Some(begin) = begins.take() else {
            ensure!(
                lines.last().is_some_and(|last| last.contains("while (stack_pointer")),
                "{code} stands alone"
            );
            continue;
        };
        let (outer, _) = parted(&lines[begin]);
        let kept = format!("{outer}const stackBefore = stack_pointer;");
        lines.insert(begin, kept);
        lines.push(format!("{indent}while (stack_pointer < stackBefore) {GIVEN_BACK}"));
        balanced += 1;
    }
    ensure!(balanced > 0, "wasm-bindgen gives back what it borrowed in another way now");
    let text = lines.join("\n") + "\n";
    ensure!(text.matches(GIVEN_BACK).count() == balanced, "a call gives back without a check");
    Ok(text)
}

/// Puts guards at the head of each function that is offered, by the types in the comment before it.
fn with_heads(script: &str) -> Result<String> {
    let mut written = String::new();
    let (mut comment, mut put_up) = (None, 0);
    let mut rest = script;
    while let Some((line, after)) = rest.split_once('\n') {
        written.extend([line, "\n"]);
        rest = after;
        let (indent, code) = parted(line);
        if code == "/**" {
            comment = Some(Vec::new());
        } else if code.starts_with('*') {
            if let (Some(params), Some(param)) = (&mut comment, code.strip_prefix("* @param ")) {
                params.push(Param::read(param)?);
            }
        } else if let Some(params) = comment.take()
            && let Some(names) = arguments(code)
        {
            let declared: Vec<_> = params.iter().map(|param| param.name).collect();
            ensure!(declared.join(", ") == names, "{code} has other parameters than its comment");
            let end = after.find(&format!("\n{indent}}}\n")).with_context(|| format!("{code} has no end"))?;
            let body = &after[..end];
            let is_method = body.contains("this.__wbg_ptr") && !code.starts_with("constructor(");
            let itself = is_method.then(|| "guard.alive(this, 'this');".to_owned());
            let guards = params.iter().map(|param| param.guard(&params, body)).collect::<Result<Vec<_>>>()?;
            for guard in iter::once(itself).chain(guards).flatten() {
                written.extend([indent, "    ", &guard, "\n"]);
                put_up += 1;
            }
        }
    }
    written.push_str(rest);
    ensure!(put_up > 0, "wasm-bindgen tells the types of its functions in another way now");
    Ok(written)
}

/// A parameter, as its comment has it.
struct Param<'a> {
    kind: &'a str,
    name: &'a str,
    is_optional: bool,
}

impl<'a> Param<'a> {
    /// `{string | null} [scenario]`
    fn read(text: &'a str) -> Result<Self> {
        let told = text.strip_prefix('{').and_then(|text| text.rsplit_once("} "));
        let (kind, name) = told.with_context(|| format!("{text} is no parameter"))?;
        let inner = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        let kind = kind.strip_suffix(" | null").unwrap_or(kind);
        Ok(Self { kind, name: inner.unwrap_or(name), is_optional: inner.is_some() })
    }

    /// The line that refuses what it must not be; none where the core looks at it itself.
    fn guard(&self, all: &[Self], body: &str) -> Result<Option<String>> {
        let Self { kind, name, is_optional } = self;
        if body.contains(&format!("addBorrowedObject({name})")) {
            return Ok(None);
        }
        let id = all.iter().find(|param| param.name == "id").map_or("undefined", |_| "id");
        let guard = match (*kind, *name) {
            ("string", "id") => "id",
            ("string", _) if body.contains(&format!("{name}.codePointAt(0)")) => "mark",
            ("string", _) => "string",
            ("boolean", _) => "boolean",
            ("number", "value") => "value",
            ("number", "width" | "height" | "rate") => "number",
            ("number", "count") => "steps",
            ("number", "place" | "stop") => "place",
            ("number", "position" | "x" | "y") => "finite",
            ("SVGSVGElement", _) => "figure",
            (_, _) if body.contains(&format!("_assertClass({name}, {kind})")) => "instance",
            (_, _) => bail!("nothing tells how {name} of the type {kind} is checked"),
        };
        let call = match guard {
            "value" => format!("guard.value({name}, '{name}', {id});"),
            "instance" => format!("guard.instance({name}, '{name}', {kind}, '{kind}');"),
            _ => format!("guard.{guard}({name}, '{name}');"),
        };
        Ok(Some(if *is_optional { format!("if (!isLikeNone({name})) {call}") } else { call }))
    }
}

/// The names between the brackets of a function's or a method's head.
fn arguments(code: &str) -> Option<&str> {
    let head = code.strip_suffix(") {")?;
    let (name, arguments) = head.split_once('(')?;
    let name = name.strip_prefix("export function ").unwrap_or(name);
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    (is_name && !matches!(name, "if" | "for" | "while" | "switch")).then_some(arguments)
}

/// What a line begins with, and what it says.
fn parted(line: &str) -> (&str, &str) {
    let code = line.trim_start();
    (&line[..line.len() - code.len()], code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "
export class Mine {
    free() {
        wasm.free(this.__wbg_ptr);
    }
    /**
     * @param {InputId} id
     * @param {string | null} [day]
     */
    open(id, day) {
        try {
            wasm.open(this.__wbg_ptr, addBorrowedObject(id), isLikeNone(day) ? 0 : passStringToWasm0(day));
        } finally {
            heap[stack_pointer++] = undefined;
            heap[stack_pointer++] = undefined;
        }
    }
}

/**
 * @param {number} value
 * @returns {string}
 */
export function format(value) {
    return wasm.format(value);
}

function passStringToWasm0(arg, malloc, realloc) {
    return arg.length;
}
";

    #[test]
    fn each_argument_that_the_core_does_not_look_at_is_looked_at_first() -> Result<()> {
        let guarded = guarded(SCRIPT)?;
        for head in [
            "    open(id, day) {\n        guard.alive(this, 'this');\n        if (!isLikeNone(day)) guard.string(day, 'day');\n",
            "export function format(value) {\n    guard.value(value, 'value', undefined);\n    return",
            "function passStringToWasm0(arg, malloc, realloc) {\n    guard.string(arg, 'text');\n",
            "    free() {\n        if (!this.__wbg_ptr) return;\n",
        ] {
            assert!(guarded.contains(head), "{head} is not in {guarded}");
        }
        Ok(())
    }

    #[test]
    fn a_call_gives_back_what_it_borrowed_and_no_more() -> Result<()> {
        let guarded = guarded(SCRIPT)?;
        assert!(guarded.contains("        const stackBefore = stack_pointer;\n        try {\n"), "{guarded}");
        let back =
            "            while (stack_pointer < stackBefore) heap[stack_pointer++] = undefined;\n        }\n";
        assert!(guarded.contains(back), "{guarded}");
        assert_eq!(guarded.matches(GIVEN_BACK).count(), 1);
        Ok(())
    }

    #[test]
    fn a_script_written_in_another_way_is_no_guarded_one() {
        for (from, to) in [
            ("passStringToWasm0(arg, ", "passString(arg, "),
            ("heap[stack_pointer++] = undefined;", "stack.pop();"),
            ("        try {", "        try  {"),
            ("    free() {", "    drop() {"),
            ("{number} value", "{Amount} value"),
            ("{number} value", "{number} amount"),
            ("@param {", "@takes {"),
        ] {
            assert!(guarded(&SCRIPT.replace(from, to)).is_err(), "{from} as {to}");
        }
    }
}
