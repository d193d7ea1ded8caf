//! What the operator said of tables: kept for all workspaces.

use super::Session;
use crate::import::template::Template;
use crate::protocol::Failure;
use crate::store::schema;
use crate::store::{Batch, Store};

impl<S: Store> Session<S> {
    /// Keeps templates; one of the same table is replaced.
    pub async fn keep_templates(&self, templates: Vec<Template>) -> Result<(), Failure> {
        let put = |batch: Batch, template: &Template| {
            let key = schema::template_key(&template.fingerprint);
            batch.put(key, schema::write(template))
        };
        let batch = templates.iter().fold(Batch::default(), put);
        self.commit(batch).await?;
        let mut state = self.state.borrow_mut();
        let is_new = |t: &Template| templates.iter().any(|n| n.fingerprint == t.fingerprint);
        state.templates.retain(|t| !is_new(t));
        state.templates.extend(templates);
        state
            .templates
            .sort_by(|a, b| a.fingerprint.cmp(&b.fingerprint));
        Ok(())
    }

    /// Forgets what was said of a table.
    pub async fn forget_template(&self, fingerprint: &str) -> Result<(), Failure> {
        let batch = Batch::default().delete(schema::template_key(fingerprint));
        self.commit(batch).await?;
        let mut state = self.state.borrow_mut();
        state.templates.retain(|t| t.fingerprint != fingerprint);
        Ok(())
    }
}
