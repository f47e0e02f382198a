//! Questions to the chain's view functions.
//!
//! The runtime takes an identifier and the arguments as one byte string, and answers with a result of a byte string. The
//! SDK leaves both frames out, so they are put on and taken off here.

use codec::{Decode, Encode};
use subxt::{error::ViewFunctionError, ext::scale_decode::DecodeAsType, view_functions::Payload};

use super::{connect::innermost, ChainError, View};

/// Bytes of the identifier of a view function.
const IDENTIFIER_BYTES: usize = 32;

/// The first byte of an answer: the question was understood.
const ANSWERED: u8 = 0;

/// A question as the runtime takes it.
fn framed(question: &[u8]) -> Vec<u8> {
    let (identifier, arguments) = question.split_at(question.len().min(IDENTIFIER_BYTES));
    let mut bytes = identifier.to_vec();
    arguments.to_vec().encode_to(&mut bytes);
    bytes
}

impl View {
    /// Asks a view function.
    pub async fn ask<Q: Payload>(&self, question: Q) -> Result<Q::ReturnType, ChainError> {
        let name = question.function_name().to_owned();
        let no_answer = |reason: String| ChainError::NoAnswer {
            what: name.clone(),
            reason,
        };
        let other_version = || ChainError::OtherVersion {
            version: self.runtime_version(),
        };
        let unasked = |error: ViewFunctionError| match error {
            ViewFunctionError::IncompatibleCodegen
            | ViewFunctionError::PalletNotFound(_)
            | ViewFunctionError::ViewFunctionNotFound { .. } => other_version(),
            other => no_answer(innermost(&other)),
        };
        let functions = self.at.view_functions();
        functions.validate(&question).map_err(unasked)?;
        let bytes = framed(&functions.encode_args(&question).map_err(unasked)?);
        let answer = functions.call_raw(Some(&bytes)).await.map_err(unasked)?;
        // Otherwise the runtime has no such function, or one with other arguments.
        let Some((&ANSWERED, answer)) = answer.split_first() else {
            return Err(other_version());
        };
        let answer = Vec::<u8>::decode(&mut &*answer).map_err(|error| no_answer(error.to_string()))?;
        let metadata = self.at.metadata_ref();
        let shape = metadata
            .pallet_by_name(question.pallet_name())
            .and_then(|pallet| pallet.view_function_by_name(&name))
            .ok_or_else(other_version)?;
        Q::ReturnType::decode_as_type(&mut &answer[..], shape.output_ty(), metadata.types())
            .map_err(|error| no_answer(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_one_byte_string_behind_the_identifier() {
        let mut question = vec![9; IDENTIFIER_BYTES];
        question.extend([1, 2, 3]);
        let framed = framed(&question);
        assert_eq!(framed[..IDENTIFIER_BYTES], [9; IDENTIFIER_BYTES]);
        assert_eq!(framed[IDENTIFIER_BYTES..], [3 << 2, 1, 2, 3]);
    }
}
