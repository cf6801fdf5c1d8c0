import django.db.models.deletion
import fazhi.registers.recorded
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Frozen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(verbose_name='年度')),
                ('figure', models.CharField(max_length=40, verbose_name='数据编号')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('unit', models.CharField(blank=True, max_length=12, verbose_name='单位')),
                ('value', models.CharField(max_length=80, verbose_name='数值')),
                ('shown', models.CharField(max_length=40, verbose_name='显示值')),
                ('numerator', models.BigIntegerField(null=True, verbose_name='分子')),
                ('denominator', models.BigIntegerField(null=True, verbose_name='分母')),
                ('holds', models.BooleanField(null=True, verbose_name='是否成立')),
                ('row_count', models.BigIntegerField(verbose_name='行数')),
                ('definition', models.TextField(verbose_name='口径')),
                ('fingerprint', models.CharField(max_length=12, verbose_name='口径版本')),
                ('owner', models.CharField(blank=True, max_length=60, verbose_name='责任单位')),
            ],
            options={
                'verbose_name': '已发布数据',
            },
        ),
        migrations.CreateModel(
            name='FrozenRows',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(verbose_name='年度')),
                ('measure', models.CharField(max_length=12, verbose_name='行集')),
                ('label', models.CharField(max_length=12, verbose_name='名称')),
                ('table', models.CharField(max_length=80, verbose_name='表')),
                ('count', models.BigIntegerField(verbose_name='行数')),
                ('ids', models.BinaryField(verbose_name='行编号')),
                ('frozen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='row_sets', to='figures.frozen')),
            ],
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(verbose_name='年度')),
                ('number', models.SmallIntegerField(verbose_name='第几次发布')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('cutoff', models.DateField(verbose_name='数据截止日期')),
                ('journal_size', models.BigIntegerField(verbose_name='日志条数')),
                ('journal_root', models.CharField(max_length=64, verbose_name='日志根')),
                ('document', models.JSONField(default=dict, verbose_name='正文')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='更正原因')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='发布时间')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发布人')),
            ],
            options={
                'verbose_name': '报告发布',
                'ordering': ['city', 'year', 'number'],
            },
        ),
        migrations.AddField(
            model_name='frozen',
            name='publication',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='figures.publication', verbose_name='发布'),
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(verbose_name='年度')),
                ('figure', models.CharField(max_length=40, verbose_name='数据编号')),
                ('shown', models.CharField(max_length=40, verbose_name='确认值')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='确认时间')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='确认人')),
            ],
            options={
                'verbose_name': '数据确认',
                'indexes': [models.Index(fields=['city', 'year', 'figure'], name='confirmation_figure')],
            },
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('city', 'year', 'number'), name='publication_number'),
        ),
        migrations.AddConstraint(
            model_name='frozen',
            constraint=models.UniqueConstraint(fields=('publication', 'figure'), name='frozen_figure'),
        ),
    ]
