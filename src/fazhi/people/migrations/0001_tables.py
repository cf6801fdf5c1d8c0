import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', models.CharField(max_length=40, verbose_name='姓名')),
                ('city', models.CharField(blank=True, max_length=7, verbose_name='市')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': '用户',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('code', models.CharField(max_length=12, primary_key=True, serialize=False, verbose_name='区划代码')),
                ('city', models.CharField(db_index=True, max_length=7, verbose_name='市')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('level', models.CharField(choices=[('city', '设区市'), ('district', '县（市、区）'), ('town', '镇（街道）'), ('village', '村（社区）')], max_length=8, verbose_name='层级')),
                ('since', models.DateField(blank=True, null=True, verbose_name='设立日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='people.place', verbose_name='上级')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='并入')),
            ],
            options={
                'verbose_name': '行政区划',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(db_index=True, max_length=7, verbose_name='市')),
                ('code', models.CharField(blank=True, max_length=18, verbose_name='统一社会信用代码')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('short', models.CharField(blank=True, max_length=40, verbose_name='简称')),
                ('kind', models.CharField(choices=[('government', '人民政府'), ('department', '政府工作部门'), ('town', '镇（街道）'), ('party', '党委部门'), ('congress', '人大机关'), ('court', '人民法院'), ('procuratorate', '人民检察院'), ('police', '公安机关'), ('institution', '事业单位'), ('school', '学校'), ('social', '社会组织'), ('enterprise', '企业')], max_length=16, verbose_name='类别')),
                ('path', models.CharField(db_index=True, default='', editable=False, max_length=60, verbose_name='路径')),
                ('since', models.DateField(blank=True, null=True, verbose_name='成立日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='people.organisation', verbose_name='上级单位')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='职能划入')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '单位',
                'ordering': ['path'],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=60, verbose_name='职务')),
                ('role', models.CharField(choices=[('clerk', '法治办经办人'), ('officer', '案件承办人'), ('department', '部门联络员'), ('head', '单位负责人'), ('mayor', '政府领导'), ('auditor', '审计监督人员'), ('citizen', '社会公众')], max_length=12, verbose_name='角色')),
                ('since', models.DateField(blank=True, null=True, verbose_name='任职日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='免职日期')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='people.organisation', verbose_name='单位')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL, verbose_name='人员')),
            ],
            options={
                'verbose_name': '岗位',
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('procedure', models.CharField(max_length=40, verbose_name='程序')),
                ('office', models.CharField(max_length=40, verbose_name='职责')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mandates', to='people.post', verbose_name='岗位')),
            ],
            options={
                'verbose_name': '授权',
            },
        ),
        migrations.CreateModel(
            name='Renaming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(db_column='on_date', verbose_name='更名日期')),
                ('former_name', models.CharField(max_length=60, verbose_name='原名称')),
                ('basis', models.CharField(max_length=120, verbose_name='依据')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renamings', to='people.place', verbose_name='区划')),
            ],
            options={
                'verbose_name': '区划更名',
            },
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(fields=('city', 'name', 'since'), name='organisation_name'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.UniqueConstraint(fields=('post', 'procedure', 'office'), name='mandate_once'),
        ),
    ]
