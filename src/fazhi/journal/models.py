"""Tables of the journal: entries, their personal data, the Merkle tree over them. Written only here."""

from django.db import models


class Entry(models.Model):
    """One recorded fact. The database refuses to change or delete it (see guard)."""

    id = models.BigAutoField(primary_key=True)
    city = models.CharField("城市", max_length=7)
    year = models.PositiveSmallIntegerField("年度")
    stream = models.CharField("类别", max_length=60)
    subject = models.BigIntegerField("对象编号")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("事项", max_length=80)
    on = models.DateField("日期", db_column="on_date")
    at = models.DateTimeField("记录时间", db_column="at_instant")
    actor = models.CharField("记录人", max_length=40)
    data = models.JSONField("内容")
    key = models.CharField("防重编号", max_length=64, null=True)
    prev = models.BinaryField("前一条摘要", max_length=32)
    digest = models.BinaryField("摘要", max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "subject", "seq"], name="journal_entry_place"),
            models.UniqueConstraint(fields=["city", "key"], name="journal_entry_key"),
        ]
        indexes = [models.Index(fields=["kind", "on"], name="journal_entry_kind_on")]

    def __str__(self) -> str:
        return f"{self.stream}/{self.subject}/{self.seq} {self.kind} {self.on}"


class Sealed(models.Model):
    """The personal data of an entry, which holds only a salted commitment; erasure leaves the log valid."""

    entry = models.OneToOneField("journal.Entry", models.PROTECT, primary_key=True, related_name="sealed")
    city = models.CharField("城市", max_length=7)
    year = models.PositiveSmallIntegerField("年度")
    data = models.JSONField("个人信息", null=True)
    salt = models.BinaryField("盐值", max_length=32, null=True)
    erased_at = models.DateTimeField("删除时间", null=True)
    erased_basis = models.CharField("删除依据", max_length=200, default="", blank=True)

    def __str__(self) -> str:
        return f"{self.entry_id} {'已删除' if self.erased_at else '在存'}"


class Leaf(models.Model):
    """An entry's place in the tree, given at a checkpoint; named again so that a loss can be named."""

    position = models.BigIntegerField("位置", primary_key=True)
    # no database constraint: a leaf must survive the removal of its entry to testify to it
    entry = models.OneToOneField("journal.Entry", models.DO_NOTHING, related_name="leaf", db_constraint=False)
    city = models.CharField("城市", max_length=7)
    year = models.PositiveSmallIntegerField("年度")
    stream = models.CharField("类别", max_length=60)
    subject = models.BigIntegerField("对象编号")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("事项", max_length=80)
    on = models.DateField("日期", db_column="on_date")
    hash = models.BinaryField("叶摘要", max_length=32)

    class Meta:
        indexes = [models.Index(fields=["stream", "subject", "seq"], name="journal_leaf_place")]

    def __str__(self) -> str:
        return f"{self.position}: {self.stream}/{self.subject}/{self.seq}"


class Tile(models.Model):
    """Up to 256 neighbouring nodes and all complete nodes above them, so that a proof reads few rows.

    Tile (level, index) begins at node index*256 of height level*8. `data` holds its `width` hashes, then the
    width//2 hashes of the next height, and so on to width//256.
    """

    city = models.CharField("城市", max_length=7)
    year = models.PositiveSmallIntegerField("年度")
    level = models.PositiveSmallIntegerField("层")
    index = models.BigIntegerField("序")
    width = models.PositiveSmallIntegerField("宽")
    data = models.BinaryField("摘要")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "index"], name="journal_tile_place")]

    def __str__(self) -> str:
        return f"{self.level}/{self.index} ({self.width})"


class Checkpoint(models.Model):
    """The head of the tree at one moment; `top`, `horizon` and `settled` serve late-committed entries."""

    city = models.CharField("城市", max_length=7)
    year = models.PositiveSmallIntegerField("年度")
    size = models.BigIntegerField("条数")
    root = models.BinaryField("根摘要", max_length=32)
    algorithm = models.CharField("摘要算法", max_length=16)
    at = models.DateTimeField("时间", db_column="at_instant")
    top = models.BigIntegerField("最大记录号")
    horizon = models.BigIntegerField("事务界限")
    settled = models.BigIntegerField("已定记录号")
    signature = models.TextField("签名", default="", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["size"], name="journal_checkpoint_size")]

    def __str__(self) -> str:
        return f"{self.size} {bytes(self.root).hex()}"
