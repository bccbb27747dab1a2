"""Pure rules of dossiers: the workflow table, holds, permits, completeness, the clock."""
