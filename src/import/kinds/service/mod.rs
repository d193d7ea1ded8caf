//! Customer service as 生意参谋 and the chat tools export it: enquiries, reception, agents, ratings.

pub mod agents;
pub mod baskets;
pub mod enquiries;
pub mod items;
pub mod ratings;
pub mod reception;
