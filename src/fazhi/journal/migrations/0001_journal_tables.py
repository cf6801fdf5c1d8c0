import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('city', models.CharField(max_length=7, verbose_name='城市')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('stream', models.CharField(max_length=60, verbose_name='类别')),
                ('subject', models.BigIntegerField(verbose_name='对象编号')),
                ('seq', models.PositiveIntegerField(verbose_name='序号')),
                ('kind', models.CharField(max_length=80, verbose_name='事项')),
                ('on', models.DateField(db_column='on_date', verbose_name='日期')),
                ('at', models.DateTimeField(db_column='at_instant', verbose_name='记录时间')),
                ('actor', models.CharField(max_length=40, verbose_name='记录人')),
                ('data', models.JSONField(verbose_name='内容')),
                ('key', models.CharField(max_length=64, null=True, verbose_name='防重编号')),
                ('prev', models.BinaryField(max_length=32, verbose_name='前一条摘要')),
                ('digest', models.BinaryField(max_length=32, verbose_name='摘要')),
            ],
        ),
        migrations.CreateModel(
            name='Leaf',
            fields=[
                ('position', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='位置')),
                ('city', models.CharField(max_length=7, verbose_name='城市')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('stream', models.CharField(max_length=60, verbose_name='类别')),
                ('subject', models.BigIntegerField(verbose_name='对象编号')),
                ('seq', models.PositiveIntegerField(verbose_name='序号')),
                ('kind', models.CharField(max_length=80, verbose_name='事项')),
                ('on', models.DateField(db_column='on_date', verbose_name='日期')),
                ('hash', models.BinaryField(max_length=32, verbose_name='叶摘要')),
            ],
        ),
        migrations.CreateModel(
            name='Tile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(max_length=7, verbose_name='城市')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('level', models.PositiveSmallIntegerField(verbose_name='层')),
                ('index', models.BigIntegerField(verbose_name='序')),
                ('width', models.PositiveSmallIntegerField(verbose_name='宽')),
                ('data', models.BinaryField(verbose_name='摘要')),
            ],
        ),
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(max_length=7, verbose_name='城市')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('size', models.BigIntegerField(verbose_name='条数')),
                ('root', models.BinaryField(max_length=32, verbose_name='根摘要')),
                ('algorithm', models.CharField(max_length=16, verbose_name='摘要算法')),
                ('at', models.DateTimeField(db_column='at_instant', verbose_name='时间')),
                ('top', models.BigIntegerField(verbose_name='最大记录号')),
                ('horizon', models.BigIntegerField(verbose_name='事务界限')),
                ('settled', models.BigIntegerField(verbose_name='已定记录号')),
                ('signature', models.TextField(blank=True, default='', verbose_name='签名')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('size',), name='journal_checkpoint_size')],
            },
        ),
        migrations.CreateModel(
            name='Sealed',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='sealed', serialize=False, to='journal.entry')),
                ('city', models.CharField(max_length=7, verbose_name='城市')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('data', models.JSONField(null=True, verbose_name='个人信息')),
                ('salt', models.BinaryField(max_length=32, null=True, verbose_name='盐值')),
                ('erased_at', models.DateTimeField(null=True, verbose_name='删除时间')),
                ('erased_basis', models.CharField(blank=True, default='', max_length=200, verbose_name='删除依据')),
            ],
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['kind', 'on'], name='journal_entry_kind_on'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('stream', 'subject', 'seq'), name='journal_entry_place'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('city', 'key'), name='journal_entry_key'),
        ),
        migrations.AddField(
            model_name='leaf',
            name='entry',
            field=models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='leaf', to='journal.entry'),
        ),
        migrations.AddConstraint(
            model_name='tile',
            constraint=models.UniqueConstraint(fields=('level', 'index'), name='journal_tile_place'),
        ),
        migrations.AddIndex(
            model_name='leaf',
            index=models.Index(fields=['stream', 'subject', 'seq'], name='journal_leaf_place'),
        ),
    ]
