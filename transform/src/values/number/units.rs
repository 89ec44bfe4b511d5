//! Units behind a number, and whether a field may have them (READING.md R17).

use rust_decimal::Decimal;

use super::Unit;

/// What a word behind a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A unit of a field.
    Of(Unit),
    /// Pieces: fits whatever is counted.
    Pieces,
    Percent,
    Minutes,
    ThousandEuros,
    MillionEuros,
}

/// How a unit changes the number before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conversion {
    /// Not at all.
    None,
    /// By a factor; the result is worth a notice.
    Times(Decimal),
    /// The unit is known, but not one of this field.
    Wrong,
    /// No such unit.
    Unknown,
}

const PERSONS: &str = "hlö hlöä hlo henk henkilö henkilöä henkilöt henkeä hengen hengelle ihmistä ihminen osallistujaa \
    osallistuja osallistujat kävijää kävijä lasta lapsi lapset nuorta nuori nuoret aikuista aikuinen vanhempaa \
    vanhempi huoltajaa ammattilaista ammattilainen työntekijää työntekijä jäsentä jäsen opiskelijaa oppilasta \
    vastaajaa vastausta koulutettua ohjaajaa opettajaa asiakasta asukasta kuntalaista edustajaa äitiä isää p pers \
    person personer deltagare barn unga vuxna vuxen föräldrar förälder yrkespersoner anställda medlemmar medlem \
    besökare svar elever studerande klienter persons people participants children parents members";
const FAMILIES: &str = "perhettä perhe perheet asiakasperhettä familjer familj families family";
const VISITS: &str = "käyntiä käynti käynnit kävijäkertaa besök visits visit";
const TIMES: &str = "krt kert kerta kertaa kerrat x ggr gång gånger kokousta kokous kokoontumista kokoontuminen \
    kokoontumiskertaa tapaamista tapaaminen tapaamiskertaa tilaisuutta istuntoa möten möte träffar träff tillfällen \
    tillfälle sammankomster times meetings sessions";
const COUNT: &str = "ryhmää tiimiä perhekeskusta kohtaamispaikkaa keskustelua neuvonpitoa konsultaatiota arviointia \
    arvioita grupper team familjecenter mötesplatser samtal rådslag konsultationer bedömningar";
const PIECES: &str = "kpl kappaletta lkm st stycken stk pcs yht yhteensä totalt";
const HOURS: &str = "h t tuntia tunti tunnin tim timmar timme hours hour hrs";
const MINUTES: &str = "min minuuttia minuutin minuter minutes";
const EURO: &str = "€ eur e euroa euro euron euros";
const PERSON_MONTHS: &str =
    "htkk hkk henkilötyökuukautta henkilötyökk kk kuukautta pm personmånader månader mån";
const PERCENT: &str = "% prosenttia prosentti pros procent percent";
const THOUSAND_EUROS: &str = "t€ k€ teur keur te tuhatta€ tuhattaeuroa tuhateuroa tusen€ tuseneuro";
const MILLION_EUROS: &str =
    "m€ meur milj€ miljeuroa miljoonaa€ miljoonaaeuroa miljoneuro miljonereuro";

/// All words with what they say.
const WORDS: [(&str, Word); 12] = [
    (PERSONS, Word::Of(Unit::Persons)),
    (FAMILIES, Word::Of(Unit::Families)),
    (VISITS, Word::Of(Unit::Visits)),
    (TIMES, Word::Of(Unit::Times)),
    (COUNT, Word::Of(Unit::Count)),
    (PIECES, Word::Pieces),
    (HOURS, Word::Of(Unit::Hours)),
    (MINUTES, Word::Minutes),
    (EURO, Word::Of(Unit::Euro)),
    (PERSON_MONTHS, Word::Of(Unit::PersonMonths)),
    (PERCENT, Word::Percent),
    (THOUSAND_EUROS, Word::ThousandEuros),
];

/// What the text behind a number (lower case) does to it in a field of the unit `field`.
pub(super) fn conversion(text: &str, field: Unit) -> Conversion {
    let bare: String = text
        .chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '.' | '(' | ')'))
        .collect();
    if bare.is_empty() {
        return Conversion::None;
    }
    let listed = |words: &str| words.split_whitespace().any(|word| word == bare);
    let word = if listed(MILLION_EUROS) {
        Some(Word::MillionEuros)
    } else {
        let found = WORDS.iter().find(|(words, _)| listed(words));
        found.map(|(_, word)| *word)
    };
    match word {
        Some(word) => convert(word, field),
        None => Conversion::Unknown,
    }
}

fn convert(word: Word, field: Unit) -> Conversion {
    match (word, field) {
        (Word::Percent, field) if field.may_be_percent() => Conversion::None,
        (Word::Pieces, field) if !matches!(field, Unit::Hours | Unit::Euro) => Conversion::None,
        (Word::Minutes, Unit::Hours) => Conversion::Times(Decimal::ONE / Decimal::from(60)),
        (Word::ThousandEuros, Unit::Euro) => Conversion::Times(Decimal::ONE_THOUSAND),
        (Word::MillionEuros, Unit::Euro) => Conversion::Times(Decimal::from(1_000_000)),
        (Word::Of(unit), field) if fits(unit, field) => Conversion::None,
        _ => Conversion::Wrong,
    }
}

/// Tells whether values of `unit` may stand in a field that counts `field`.
fn fits(unit: Unit, field: Unit) -> bool {
    match field {
        Unit::Any => true,
        Unit::Count => !matches!(unit, Unit::Hours | Unit::Euro | Unit::PersonMonths),
        Unit::Visits => matches!(unit, Unit::Visits | Unit::Persons | Unit::Times),
        _ => unit == field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_fits_the_field_or_is_refused() {
        assert_eq!(conversion("hlö", Unit::Persons), Conversion::None);
        assert_eq!(conversion(" krt.", Unit::Times), Conversion::None);
        assert_eq!(conversion("kpl", Unit::Families), Conversion::None);
        assert_eq!(conversion("%", Unit::Persons), Conversion::None);
        assert_eq!(conversion("%", Unit::Euro), Conversion::Wrong);
        assert_eq!(conversion("€", Unit::Persons), Conversion::Wrong);
        assert_eq!(conversion("perhettä", Unit::Persons), Conversion::Wrong);
        assert_eq!(conversion("h", Unit::Euro), Conversion::Wrong);
        assert_eq!(conversion("sammakkoa", Unit::Persons), Conversion::Unknown);
    }

    #[test]
    fn thousands_of_euros_are_converted() {
        assert_eq!(
            conversion("t€", Unit::Euro),
            Conversion::Times(Decimal::ONE_THOUSAND)
        );
        assert_eq!(
            conversion("milj. €", Unit::Euro),
            Conversion::Times(Decimal::from(1_000_000))
        );
    }
}
