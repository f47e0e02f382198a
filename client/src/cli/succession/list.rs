//! The list of an instrument: which certificate goes to which successor.

use std::collections::BTreeMap;

use quanji_primitives::{
    certificate_number::CertificateNumber, succession::Assignment, v1::CertificateRecord, ObjectId, PartyId,
};

/// What is wrong with a line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineProblem {
    /// Not `CERTIFICATE,PARTY`.
    Unreadable,
    /// The party never held this certificate.
    NotHeld,
    /// The party is none of the successors.
    NotNamed,
    /// The certificate stands in the list twice.
    Twice,
}

/// The place of a successor among those named.
pub fn place_of(successors: &[PartyId], party: PartyId) -> Option<u8> {
    let place = successors.iter().position(|successor| *successor == party)?;
    u8::try_from(place).ok()
}

/// The certificate or object of a line.
fn holding_of(text: &str, holdings: &[(ObjectId, CertificateRecord)]) -> Result<u32, LineProblem> {
    let upper = text.to_ascii_uppercase();
    let number: Option<CertificateNumber> = text.parse().or_else(|_| upper.parse()).ok();
    let object: Option<ObjectId> = upper.parse().ok();
    if number.is_none() && object.is_none() {
        return Err(LineProblem::Unreadable);
    }
    let fits = |(of, certificate): &(ObjectId, CertificateRecord)| {
        number == Some(certificate.number) || object == Some(*of)
    };
    let mut found = (0u32..).zip(holdings).filter(|(_, holding)| fits(holding));
    match (found.next(), found.next()) {
        (Some((number, _)), None) => Ok(number),
        (None, _) => Err(LineProblem::NotHeld),
        // Of an object with several certificates the number is needed.
        (Some(_), Some(_)) => Err(LineProblem::Unreadable),
    }
}

/// Reads a list with a line `CERTIFICATE,PARTY` for each holding; an empty line, and a first line that begins with
/// `certificate`, say nothing. Gives the number of the first bad line with what is wrong.
pub fn read(
    text: &str,
    holdings: &[(ObjectId, CertificateRecord)],
    successors: &[PartyId],
) -> Result<Vec<Assignment>, (usize, LineProblem)> {
    let mut seen = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim().trim_start_matches('\u{feff}');
        if line.is_empty() || (number == 1 && line.to_ascii_lowercase().starts_with("certificate")) {
            continue;
        }
        let one = || {
            let (certificate, party) = line.split_once(',').ok_or(LineProblem::Unreadable)?;
            let party: PartyId = party.trim().parse().map_err(|_| LineProblem::Unreadable)?;
            let successor = place_of(successors, party).ok_or(LineProblem::NotNamed)?;
            Ok((holding_of(certificate.trim(), holdings)?, successor))
        };
        let (holding, successor) = one().map_err(|problem| (number, problem))?;
        if seen.insert(holding, successor).is_some() {
            return Err((number, LineProblem::Twice));
        }
    }
    let assignment = |(holding, successor)| Assignment { holding, successor };
    Ok(seen.into_iter().map(assignment).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{clock::Moment, v1::Outcome};

    fn holding(object: &str, number: &str) -> (ObjectId, CertificateRecord) {
        let certificate = CertificateRecord {
            version: 1,
            number: number.parse().unwrap(),
            issue: 1,
            rights: Default::default(),
            entry: 1,
            issued_at: Moment(0),
            outcome: Outcome::Live,
            without_rights: None,
        };
        (object.parse().unwrap(), certificate)
    }

    #[test]
    fn a_list_names_certificates_or_objects_and_successors() {
        let first = ObjectId((1 << 48) | 1).to_string();
        let second = ObjectId((1 << 48) | 2).to_string();
        let holdings = [
            holding(&first, "SJ4412026110001"),
            holding(&first, "SJ4412026110002"),
            holding(&second, "earlier:GD-2024-0017"),
        ];
        let parties = [PartyId((1 << 48) | 8), PartyId((1 << 48) | 9)];
        let [one, other] = parties.map(|party| party.to_string());
        let read = |text: &str| read(text, &holdings, &parties);
        let list = format!("certificate,party\nsj4412026110002, {other}\n\n{second},{one}\n");
        assert_eq!(
            read(&list),
            Ok(vec![
                Assignment {
                    holding: 1,
                    successor: 1
                },
                Assignment {
                    holding: 2,
                    successor: 0
                },
            ])
        );
        let earlier = format!("earlier:GD-2024-0017,{other}");
        assert_eq!(read(&earlier).unwrap()[0].holding, 2);
        for (text, problem) in [
            (format!("{first},{one}"), LineProblem::Unreadable),
            (format!("SJ4412026110001;{one}"), LineProblem::Unreadable),
            (format!("nothing,{one}"), LineProblem::Unreadable),
            ("SJ4412026110001,P1".to_owned(), LineProblem::Unreadable),
            (format!("SJ4412026119999,{one}"), LineProblem::NotHeld),
            (
                format!("SJ4412026110001,{}", PartyId((1 << 48) | 7)),
                LineProblem::NotNamed,
            ),
        ] {
            assert_eq!(read(&text), Err((1, problem)), "{text}");
        }
        let twice = format!("{second},{one}\n{second},{other}");
        assert_eq!(read(&twice), Err((2, LineProblem::Twice)));
    }
}
