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
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('ledger', models.CharField(max_length=60, verbose_name='台账')),
                ('file_name', models.CharField(max_length=200, verbose_name='文件名')),
                ('file_digest', models.CharField(max_length=64, verbose_name='文件摘要')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='导入时间')),
                ('entered', models.IntegerField(default=0, verbose_name='新增行数')),
                ('changed', models.IntegerField(default=0, verbose_name='修改行数')),
                ('unchanged', models.IntegerField(default=0, verbose_name='未变行数')),
                ('rows_digest', models.CharField(blank=True, max_length=64, verbose_name='行摘要')),
                ('reversed_at', models.DateTimeField(null=True, verbose_name='撤回时间')),
                ('reverse_reason', models.CharField(blank=True, max_length=200, verbose_name='撤回原因')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='导入人')),
                ('reversed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='撤回人')),
            ],
            options={
                'verbose_name': '导入批次',
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('table', models.CharField(max_length=80, verbose_name='表')),
                ('row', models.BigIntegerField(verbose_name='行编号')),
                ('before', models.JSONField(verbose_name='原值')),
                ('after', models.JSONField(verbose_name='新值')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='ledgers.batch', verbose_name='批次')),
            ],
        ),
        migrations.AddIndex(
            model_name='batch',
            index=models.Index(fields=['city', 'ledger', 'at'], name='batch_ledger'),
        ),
    ]
