//! Written notices 书面告知 to an applicant or registrant: records of sending and delivery. Time limits run from delivery.

use crate::{clock::Moment, Digest};

domain! {
    /// How a written notice is delivered 送达.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Channel {
        /// Through this chain, to a party with an account of its own: delivered with the block that holds it.
        #[codec(index = 0)]
        Ledger,
        /// By electronic means outside this chain.
        #[codec(index = 1)]
        Electronic,
        /// By hand.
        #[codec(index = 2)]
        InPerson,
        /// By post.
        #[codec(index = 3)]
        Post,
        /// By public announcement.
        #[codec(index = 4)]
        PublicAnnouncement,
    }

    /// A written notice. The letter itself is kept by the authority.
    #[derive(Copy)]
    pub struct WrittenNotice {
        /// How it is delivered.
        pub channel: Channel,
        /// Digest of the letter.
        pub letter: Digest,
        /// When it was sent.
        pub sent_at: Moment,
        /// When it was delivered; nothing until delivery is recorded.
        pub delivered_at: Option<Moment>,
    }

    /// The written notice that some of the claimed kinds of right are not registered (NG 22), given with the entry of the
    /// others.
    #[derive(Copy)]
    pub struct RefusalLetter {
        /// How it is delivered.
        pub channel: Channel,
        /// Digest of the letter.
        pub letter: Digest,
    }
}

impl WrittenNotice {
    /// A notice sent at `now`. Through the ledger it is delivered at once.
    pub fn send(channel: Channel, letter: Digest, now: Moment) -> Self {
        Self {
            channel,
            letter,
            sent_at: now,
            delivered_at: (channel == Channel::Ledger).then_some(now),
        }
    }

    /// Whether delivery can be recorded for `delivered_at`: once, not before sending and not in the future.
    pub fn can_be_delivered(&self, delivered_at: Moment, now: Moment) -> bool {
        self.delivered_at.is_none() && (self.sent_at..=now).contains(&delivered_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: Digest = Digest::Sha2_256([1; 32]);

    #[test]
    fn only_the_ledger_delivers_at_once() {
        let now = Moment(50);
        assert_eq!(
            WrittenNotice::send(Channel::Ledger, LETTER, now).delivered_at,
            Some(now)
        );
        let posted = WrittenNotice::send(Channel::Post, LETTER, now);
        assert_eq!(posted.delivered_at, None);
        assert!(posted.can_be_delivered(Moment(50), Moment(60)));
        assert!(posted.can_be_delivered(Moment(60), Moment(60)));
        assert!(!posted.can_be_delivered(Moment(49), Moment(60)));
        assert!(!posted.can_be_delivered(Moment(61), Moment(60)));
    }

    #[test]
    fn a_notice_is_delivered_once() {
        let delivered = WrittenNotice::send(Channel::Ledger, LETTER, Moment(50));
        assert!(!delivered.can_be_delivered(Moment(55), Moment(60)));
    }
}
