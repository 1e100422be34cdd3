"""The files that residents join: judged by what they hold, kept out of the web's reach."""
