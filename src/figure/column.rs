//! What the columns of a table hold, for those who have its CSV and nothing else.

use super::table::{REASON, Table};
use super::table_heads::{self, Head, Kind, name_and_unit};
use crate::inputs::Input;
use crate::words::Words;

/// A column of a [`Table`](super::Table).
///
/// ```
/// use breakeven::Inputs;
/// use breakeven::figure::{Kind, View, table};
///
/// let columns = table(View::Tariff, &Inputs::default()).described();
/// assert_eq!((columns[1].name, columns[1].title), ("shutdown_price", "Shutdown price"));
/// assert_eq!((&*columns[1].unit, columns[1].kind), ("USD/BTC", Kind::Number));
/// assert_eq!(columns[1].description, "The price of a bitcoin at which the mine pays for its electricity.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its head in CSV, its key in JSON.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The unit of its numbers, of which a share is one: 0.02, not 2 %. Empty where they have none, or each row its own.
    pub unit: String,
    /// What it holds, in a sentence.
    pub description: &'static str,
    /// What its cells are, unless they are empty.
    pub kind: Kind,
}

impl Column {
    /// One of which nothing but the name is known: in a plot that somebody else made.
    fn named(name: &'static str) -> Self {
        Self { name, title: name, unit: String::new(), description: "", kind: Kind::Text }
    }
}

impl Table {
    /// What each column holds, in their order, that of the reasons too where a cell has one.
    pub fn described(&self) -> Vec<Column> {
        let one = |name| described(name, self.words).unwrap_or_else(|| Column::named(name));
        self.heads().into_iter().map(one).collect()
    }
}

/// The column of that name; `None` where no table has one.
fn described(name: &'static str, words: &Words) -> Option<Column> {
    if let Ok(input) = Input::from_id(name) {
        let spec = input.spec();
        return Some(Column {
            name,
            title: input.label_in(words),
            unit: spec.unit.text(),
            description: spec.help_in(words),
            kind: Kind::Number,
        });
    }
    if name == REASON {
        let (title, description) = (words.column_reason_title(), words.column_reason());
        return Some(Column { name, title, unit: String::new(), description, kind: Kind::Text });
    }
    let (title, unit) = name_and_unit(name, words);
    let Head { description, kind, .. } = *table_heads::find(name)?;
    Some(Column { name, title, unit: unit.to_owned(), description: words.plain(description), kind })
}
