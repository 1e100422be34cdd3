"""Audits of whole sites: run, stored as they go, resumed, summed up."""
