//! A file of Fluent, as far as the words use it.

use std::collections::BTreeMap;

use fluent_syntax::ast;

use super::{Form, Part};

/// Reads the text of a file; what is no Fluent stops the build with its line.
pub fn parse<'a>(file: &str, text: &'a str) -> ast::Resource<&'a str> {
    fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| {
        let line = |byte: usize| text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
        let told = errors.iter().map(|error| format!("{file}:{}: {error}", line(error.pos.start)));
        panic!("{}", told.collect::<Vec<_>>().join("; "))
    })
}

/// Turns Fluent's tree into what is used of it.
pub struct Reader<'a> {
    file: &'a str,
    terms: BTreeMap<&'a str, &'a ast::Pattern<&'a str>>,
}

impl<'a> Reader<'a> {
    pub fn of(file: &'a str, resource: &'a ast::Resource<&'a str>) -> Self {
        let terms = resource.body.iter().filter_map(|entry| match entry {
            ast::Entry::Term(term) => Some((term.id.name, &term.value)),
            _ => None,
        });
        Self { file, terms: terms.collect() }
    }

    /// The parts of a pattern, which stands within the terms `above`.
    pub fn pattern(&self, id: &str, pattern: &ast::Pattern<&str>, above: &[&str]) -> Vec<Part> {
        let parts = pattern.elements.iter().map(|element| match element {
            ast::PatternElement::TextElement { value } => vec![Part::Text((*value).to_owned())],
            ast::PatternElement::Placeable { expression } => self.placeable(id, expression, above),
        });
        parts.flatten().collect()
    }

    fn placeable(&self, id: &str, expression: &ast::Expression<&str>, above: &[&str]) -> Vec<Part> {
        use ast::{Expression, InlineExpression};
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                vec![Part::Slot(id.name.to_owned())]
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                vec![Part::Text(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned())]
            }
            Expression::Inline(InlineExpression::TermReference {
                id: term,
                attribute: None,
                arguments: None,
            }) => {
                let Self { file, terms } = self;
                let pattern = terms.get(term.name);
                let pattern = pattern.unwrap_or_else(|| panic!("{file}: {id}: there is no -{}", term.name));
                assert!(!above.contains(&term.name), "{file}: {id}: -{} stands within itself", term.name);
                self.pattern(id, pattern, &[above, &[term.name]].concat())
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.placeable(id, expression, above)
            }
            Expression::Select { selector: InlineExpression::VariableReference { id: slot }, variants } => {
                let forms = variants.iter().map(|variant| match variant.key {
                    ast::VariantKey::Identifier { name } => Form {
                        name: name.to_owned(),
                        is_usual: variant.default,
                        pattern: self.pattern(id, &variant.value, above),
                    },
                    ast::VariantKey::NumberLiteral { value } => {
                        panic!("{}: {id}: select by plural forms, not by [{value}]", self.file)
                    }
                });
                vec![Part::Choice(slot.name.to_owned(), forms.collect())]
            }
            _ => panic!(
                "{}: {id}: only slots, literals, terms and plural forms may stand in braces",
                self.file
            ),
        }
    }
}
