use crate::vocabulary::record;

record! {
    /// How blocks are set.
    pub struct BlockRules {
        /// True if a block is refused without a note.
        pub note_required: bool = false,
    }
}
