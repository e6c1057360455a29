//! The fonts that the tests see, whatever the machine has: two families from package-lock.json, each behind a
//! fontconfig file of its own.

use std::path::Path;

use anyhow::{Result, ensure};
use xshell::{PushEnv, Shell};

use crate::tools;

struct Family {
    name: &'static str,
    /// By this environment variable the browsers' launchers find its fontconfig file.
    variable: &'static str,
    /// Where the font files lie.
    folders: &'static [&'static str],
    sans: &'static str,
    serif: &'static str,
    mono: &'static str,
}

/// Widths as of Arial, Times and Courier, which is to say Liberation's.
const NARROW: Family = Family {
    name: "narrow",
    variable: "BREAKEVEN_FONTS_NARROW",
    folders: &[
        "node_modules/@expo-google-fonts/arimo/400Regular",
        "node_modules/@expo-google-fonts/arimo/400Regular_Italic",
        "node_modules/@expo-google-fonts/arimo/700Bold",
        "node_modules/@expo-google-fonts/arimo/700Bold_Italic",
        "node_modules/@expo-google-fonts/tinos",
        "node_modules/@expo-google-fonts/cousine",
    ],
    sans: "Arimo",
    serif: "Tinos",
    mono: "Cousine",
};
/// About a fifth wider: the widest that systems come with.
const WIDE: Family = Family {
    name: "wide",
    variable: "BREAKEVEN_FONTS_WIDE",
    folders: &["node_modules/dejavu-fonts-ttf/ttf"],
    sans: "DejaVu Sans",
    serif: "DejaVu Serif",
    mono: "DejaVu Sans Mono",
};
const FAMILIES: &[Family] = &[NARROW, WIDE];

/// What a style sheet or a browser's settings may ask for, and who answers. Chromium means Times New Roman by
/// `serif`, Arial by `sans-serif`.
const SANS: &[&str] = &["sans-serif", "sans", "system-ui", "ui-sans-serif", "Arial", "Helvetica"];
const SERIF: &[&str] = &["serif", "ui-serif", "Times New Roman", "Times", "Georgia"];
const MONO: &[&str] = &["monospace", "mono", "ui-monospace", "Courier New", "Courier"];

/// Names the fontconfig files in environment variables, for as long as what it returns lives.
pub fn export(sh: &Shell) -> Result<Vec<PushEnv<'_>>> {
    tools::npm_packages(sh)?;
    FAMILIES
        .iter()
        .map(|family| {
            let file = sh.current_dir().join("target/fonts").join(family.name).join("fonts.conf");
            // Written each time: it holds the path of this very checkout.
            sh.write_file(&file, family.configuration(&sh.current_dir())?)?;
            Ok(sh.push_env(family.variable, file))
        })
        .collect()
}

impl Family {
    /// No folder of the system's, no cache of the user's, no file that it includes.
    fn configuration(&self, root: &Path) -> Result<String> {
        let mut text = String::from(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n",
        );
        for folder in self.folders {
            let folder = root.join(folder);
            ensure!(
                folder.is_dir(),
                "{} is not there: package-lock.json has no such fonts",
                folder.display()
            );
            text += &format!("  <dir>{}</dir>\n", escaped(&folder));
        }
        text += &format!(
            "  <cachedir>{}</cachedir>\n",
            escaped(&root.join("target/fonts").join(self.name).join("cache"))
        );
        // Weights and widths that no system has by default.
        for kind in ["Condensed", "ExtraLight", "TeXGyre"] {
            text += &format!("  <selectfont><rejectfont><glob>*{kind}*</glob></rejectfont></selectfont>\n");
        }
        for (asked, font) in [(SANS, self.sans), (SERIF, self.serif), (MONO, self.mono)] {
            for name in asked {
                text += &format!(
                    "  <match><test name=\"family\"><string>{name}</string></test>\
                     <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{font}</string></edit></match>\n"
                );
            }
        }
        // For whatever else is asked for.
        text += &format!(
            "  <match><edit name=\"family\" mode=\"append_last\" binding=\"weak\"><string>{}</string></edit></match>\n",
            self.sans
        );
        // Drawn alike, whatever the machine's screen.
        text += "  <match target=\"font\">\
                 <edit name=\"antialias\"><bool>true</bool></edit>\
                 <edit name=\"hinting\"><bool>false</bool></edit>\
                 <edit name=\"rgba\"><const>none</const></edit></match>\n";
        Ok(text + "</fontconfig>\n")
    }
}

fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_names_folders_of_the_checkout_and_none_of_the_systems() -> Result<()> {
        let sh = Shell::new()?;
        let checkout = sh.create_temp_dir()?;
        let _there = sh.push_dir(checkout.path());
        for family in FAMILIES {
            assert!(family.configuration(checkout.path()).is_err(), "{}: no font is there", family.name);
            for folder in family.folders {
                sh.create_dir(folder)?;
            }
            let text = family.configuration(checkout.path())?;
            let named: Vec<_> = text.split("<dir>").skip(1).collect();
            assert_eq!(named.len(), family.folders.len());
            let root = checkout.path().to_string_lossy();
            assert!(named.iter().all(|folder| folder.starts_with(&*root)), "{text}");
            assert!(!text.contains("include"), "{text}");
        }
        Ok(())
    }
}
