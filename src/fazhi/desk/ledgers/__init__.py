"""The pages of ledgers: templates out, sheets in by way of a preview, batches back, exports."""
