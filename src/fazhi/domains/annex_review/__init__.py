"""规范性文件附带审查与依据审查: 行政复议法 arts 56-60. Opened as a child of a reconsideration case, which waits for it."""
