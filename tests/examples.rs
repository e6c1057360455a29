//! The examples run with the default features, and say what they are there to say.

use std::process::Command;

fn printed_by(example: &str) -> String {
    String::from_utf8(written_by(example)).unwrap()
}

fn written_by(example: &str) -> Vec<u8> {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(["run", "--quiet", "--example", example]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn the_quoted_price_has_a_reading_or_a_reason_for_every_input() {
    let printed = printed_by("quoted");
    assert!(printed.contains("covers power above $12,990 a bitcoin"), "{printed}");
    assert!(printed.contains("Electricity tariff: $0.1587/kWh"), "{printed}");
    assert!(printed.contains("none; even free machines leave the all-in break-even at $43,374"), "{printed}");
    assert_eq!(printed.lines().filter(|line| line.starts_with("  ")).count(), 3 * 4, "{printed}");
}

#[test]
fn the_figure_is_one_svg() {
    let printed = printed_by("tariff_figure");
    assert!(printed.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{printed}");
    assert!(printed.trim_end().ends_with("</svg>"), "{printed}");
    assert!(printed.contains("At $0.04/kWh, 29.5 J/TH"), "{printed}");
}

#[test]
fn cheaper_power_keeps_a_machine_above_water_for_longer() {
    let printed = printed_by("through_time");
    let lives: Vec<_> = printed.lines().filter(|line| line.starts_with("  at ")).collect();
    assert_eq!(lives.len(), 3 * 3, "{printed}");
    assert_eq!(lives[0], "  at $0.0023/kWh: never under water");
    assert_eq!(lives[1], "  at $0.05/kWh: under water first on 2020-03-09, for good on 2022-06-08");
    assert_eq!(lives[2], "  at $0.1/kWh: under water first on 2018-09-07, for good on 2021-12-25");
}

#[test]
fn a_figure_stands_in_a_picture_of_plotters() {
    let file = written_by("in_plotters");
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    // Their line above, our curves below, each on its own half.
    let (above, below) = pixels.split_at(width * (height * 2 / 5) * 3);
    let count = |half: &[u8], color: [u8; 3]| half.chunks(3).filter(|pixel| *pixel == color).count();
    assert!(count(above, [0, 0, 0]) > 5000);
    for ink in [[0x00, 0x67, 0xa8], [0x8a, 0x61, 0x00], [0xa8, 0x24, 0x6f]] {
        assert_eq!(count(above, ink), 0);
        assert!(count(below, ink) > 3000, "{ink:?}");
    }
}
