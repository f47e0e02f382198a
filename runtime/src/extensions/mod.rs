//! What is checked of every transaction before it is dispatched.

use crate::Runtime;

/// The checks, in order. Their identifiers and encodings are part of the transaction format.
pub type TxExtension = (
    frame_system::CheckNonZeroSender<Runtime>,
    frame_system::CheckSpecVersion<Runtime>,
    frame_system::CheckTxVersion<Runtime>,
    frame_system::CheckGenesis<Runtime>,
    frame_system::CheckMortality<Runtime>,
    // Takes the place, the name and the encoding of `CheckNonce`.
    pallet_admission::AdmitSender<Runtime>,
    frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
    frame_system::CheckWeight<Runtime>,
    frame_system::WeightReclaim<Runtime>,
);
