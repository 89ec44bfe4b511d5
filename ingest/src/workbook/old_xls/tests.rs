//! Files of Excel 2 to 4, written record by record.

use super::*;
use crate::issue::Code;

/// A file of these records, between its begin and its end.
fn file(begin: [u8; 4], kind: u8, records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = begin.to_vec();
    bytes.extend([2, 0, kind, 0, 0, 0]);
    bytes.truncate(4 + usize::from(begin[2]));
    for (kind, data) in records.iter().chain([&(0x0a, Vec::new())]) {
        bytes.extend(kind.to_le_bytes());
        bytes.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        bytes.extend(data);
    }
    bytes
}

fn read(bytes: &[u8]) -> Result<Grid, Refusal> {
    read_old_xls(bytes, &Limits::default()).map(|mut sheets| sheets.remove(0).grid)
}

fn cell(column: u8, looks: &[u8], value: &[u8]) -> Vec<u8> {
    [&[4, 0, column, 0], looks, value].concat()
}

const FIRST: [u8; 4] = SIGNATURES[0];
const TEXT_RESULT: [u8; 10] = [0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0];

#[test]
fn a_sheet_of_excel_2_gives_cells_with_their_kinds_r3() {
    let format = |code: &str| {
        (
            0x1e,
            [&[u8::try_from(code.len()).unwrap()], code.as_bytes()].concat(),
        )
    };
    let bytes = file(
        FIRST,
        0x10,
        &[
            (0x42, vec![0x01, 0x80]),
            format("General"),
            format("0%"),
            format("d.m.yyyy"),
            (0x04, cell(0, &[0, 0, 0], b"\x05K\xe4vij")),
            (0x02, cell(1, &[0, 0, 0], &[0x39, 0x30])),
            (0x03, cell(2, &[0, 1, 0], &0.2_f64.to_le_bytes())),
            (0x02, cell(3, &[0, 2, 0], &43_376_u16.to_le_bytes())),
            (0x05, cell(4, &[0, 0, 0], &[0x2a, 1])),
            (0x06, cell(5, &[0, 0, 0], &TEXT_RESULT)),
            (0x07, b"\x02ok".to_vec()),
            (0x06, cell(6, &[0, 0, 0], &TEXT_RESULT)),
            (0x05, cell(7, &[0, 0, 0], &[1, 0])),
        ],
    );
    let grid = read(&bytes).unwrap();
    let found: Vec<_> = grid.row(5).cells().collect();
    let expected = [
        (0, CellValue::Text("Kävij")),
        (1, CellValue::Number(12_345.0)),
        (2, CellValue::Percent(0.2)),
        (3, CellValue::Date(43_376.0)),
        (4, CellValue::Error("#N/A")),
        (5, CellValue::Text("ok")),
        (6, CellValue::Uncached),
        (7, CellValue::Bool(true)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn styles_of_excel_3_and_4_show_numbers_and_dates_of_1904_r3_r21() {
    let style = |format: u8| [&[0, format][..], &[0; 10]].concat();
    for (begin, formats, styles, formula) in [
        (SIGNATURES[1], 0x1e, 0x0243, 0x0206),
        (SIGNATURES[2], 0x041e, 0x0443, 0x0406),
    ] {
        let format = |code: &str| {
            let unread: &[u8] = if formats == 0x1e { &[] } else { &[0, 0] };
            let length = u8::try_from(code.len()).unwrap();
            (formats, [unread, &[length], code.as_bytes()].concat())
        };
        let bytes = file(
            begin,
            0x10,
            &[
                (0x22, vec![1, 0]),
                (0x42, 850_u16.to_le_bytes().to_vec()),
                format("General"),
                format("d/m/yy"),
                (styles, style(0)),
                (styles, style(1)),
                (0x0204, cell(0, &[0, 0], b"\x02\0Y\x94")),
                (
                    0x027e,
                    cell(1, &[0, 0], &((1250_u32 << 2) | 3).to_le_bytes()),
                ),
                (0x0203, cell(2, &[1, 0], &41_914_f64.to_le_bytes())),
                (formula, cell(3, &[0, 0], &7_f64.to_le_bytes())),
                (formula, cell(4, &[0, 0], &[2, 0, 7, 0, 0, 0, 0xff, 0xff])),
            ],
        );
        let grid = read(&bytes).unwrap();
        let found: Vec<_> = grid.row(5).cells().map(|(_, value)| value).collect();
        let expected = [
            CellValue::Text("Yö"),
            CellValue::Number(12.5),
            CellValue::Date(43_376.0),
            CellValue::Number(7.0),
            CellValue::Error("#DIV/0!"),
        ];
        assert_eq!(found, expected);
    }
}

#[test]
fn what_cannot_be_read_for_certain_is_refused_r3_r4() {
    let refusal = |bytes: &[u8]| {
        let refusal = read(bytes).unwrap_err();
        (refusal.code, refusal.reason)
    };
    let letter = (0x04, cell(0, &[0, 0, 0], b"\x01\xe4"));
    let is_unknown = (Code::EncodingError, "unknown");
    let greek = (0x42, 737_u16.to_le_bytes().to_vec());
    let records = [greek, letter];
    assert_eq!(refusal(&file(FIRST, 0x10, &records[1..])), is_unknown);
    assert_eq!(refusal(&file(FIRST, 0x10, &records)), is_unknown);
    let password = file(FIRST, 0x10, &[(0x2f, vec![1, 2, 3, 4])]);
    assert_eq!(refusal(&password), (Code::FileEncrypted, "password"));
    let chart = file(FIRST, 0x20, &[]);
    assert_eq!(refusal(&chart), (Code::FormatError, "old-excel"));
    let whole = file(FIRST, 0x10, &[(0x02, cell(0, &[0, 0, 0], &[1, 0]))]);
    let cut = &whole[..whole.len() - 4];
    assert_eq!(refusal(cut), (Code::FormatError, "corrupt"));
}
