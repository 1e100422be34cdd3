"""The Django side of the engine: gate, audits, human decisions and the documents owed."""
