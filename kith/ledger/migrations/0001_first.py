

import django.db.models.deletion
import kith.terms.words
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('role', models.CharField(default=kith.terms.words.Role['REPRESENTATIVE'], max_length=32)),
                ('zone', models.CharField(blank=True, max_length=64)),
                ('language', models.CharField(blank=True, max_length=16)),
                ('is_active', models.BooleanField(default=True)),
                ('invited_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('direction', models.CharField(max_length=8)),
                ('happened_at', models.DateTimeField(null=True)),
                ('offset_minutes', models.SmallIntegerField(null=True)),
                ('known_day', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('undated_because', models.CharField(blank=True, max_length=64)),
                ('dated_by', models.CharField(blank=True, max_length=8)),
                ('subject', models.CharField(blank=True, max_length=998)),
                ('open_level', models.SmallIntegerField()),
                ('recipients', models.IntegerField()),
                ('sort', models.CharField(db_default=kith.terms.words.Sort['PERSON'], default=kith.terms.words.Sort['PERSON'], max_length=16)),
                ('is_mass', models.BooleanField()),
                ('is_automatic', models.BooleanField()),
                ('asks', models.BooleanField(default=False)),
                ('says', models.SmallIntegerField(db_default=0, default=0)),
                ('content_key', models.BinaryField(max_length=16)),
            ],
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_shared', models.BooleanField(db_default=False, default=False)),
                ('name', models.CharField(max_length=300)),
                ('sort_key', models.CharField(max_length=300)),
                ('match_key', models.CharField(db_index=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='Firm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('zone', models.CharField(max_length=64)),
                ('currency', models.CharField(max_length=3)),
                ('language', models.CharField(max_length=16)),
                ('is_demo', models.BooleanField(default=False)),
                ('clock', models.DateField(null=True)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='OwnDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=253, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('activity_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('place', models.BigIntegerField(unique=True)),
                ('sees_subject', models.TextField(blank=True)),
                ('sees_body', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='ThreadReference',
            fields=[
                ('activity_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('keys', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('sort_key', models.CharField(max_length=300)),
                ('guessed_name', models.BooleanField(default=True)),
                ('country', models.CharField(blank=True, db_default='', max_length=64)),
                ('segment', models.CharField(blank=True, db_default='', max_length=64)),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='AccountDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=253, unique=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.account')),
            ],
        ),
        migrations.CreateModel(
            name='AccountRelation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(max_length=16)),
                ('why', models.CharField(max_length=16)),
                ('said_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('settled_until', models.BigIntegerField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.account')),
                ('said_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['said_by', 'said_at'], name='relation_act'), models.Index(condition=models.Q(('settled_until__isnull', False)), fields=['settled_until'], name='relation_unsettled')],
            },
        ),
        migrations.CreateModel(
            name='ActivityText',
            fields=[
                ('activity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='ledger.activity')),
                ('text', models.TextField()),
                ('new_from', models.IntegerField(default=0)),
                ('new_until', models.IntegerField(default=0)),
                ('quoted_within', models.JSONField(default=list)),
                ('asks_from', models.IntegerField(null=True)),
                ('asks_until', models.IntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Audit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('verb', models.CharField(max_length=64)),
                ('subject', models.CharField(max_length=64)),
                ('subject_id', models.BigIntegerField()),
                ('old', models.JSONField(default=dict)),
                ('new', models.JSONField(default=dict)),
                ('why', models.TextField(blank=True)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=32)),
                ('path', models.TextField()),
                ('names', models.TextField(blank=True)),
                ('trouble', models.TextField(blank=True)),
                ('state', models.CharField(default='running', max_length=16)),
                ('started_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('cursor', models.TextField(blank=True)),
                ('read', models.BigIntegerField(default=0)),
                ('kept', models.BigIntegerField(default=0)),
                ('seen', models.BigIntegerField(default=0)),
                ('refused', models.BigIntegerField(default=0)),
                ('left_out', models.JSONField(default=dict)),
                ('how', models.JSONField(default=dict)),
                ('remarked', models.JSONField(default=dict)),
                ('bytes_done', models.BigIntegerField(default=0)),
                ('bytes_total', models.BigIntegerField(default=0)),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mailbox_id', models.BigIntegerField(null=True)),
                ('kind', models.SmallIntegerField()),
                ('object_id', models.BigIntegerField()),
                ('how', models.SmallIntegerField()),
                ('field', models.CharField(blank=True, max_length=32)),
                ('old', models.TextField(blank=True)),
                ('new', models.TextField(blank=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.batch')),
            ],
        ),
        migrations.CreateModel(
            name='Colleague',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('sort_key', models.CharField(max_length=300)),
                ('match_key', models.CharField(db_index=True, max_length=300)),
                ('user', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=320, unique=True)),
                ('domain', models.CharField(max_length=253)),
                ('name', models.CharField(blank=True, max_length=300)),
                ('colleague', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='ledger.colleague')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='ledger.contact')),
            ],
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('why', models.CharField(max_length=64)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.account')),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.contact')),
            ],
        ),
        migrations.CreateModel(
            name='Erased',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BinaryField(max_length=32, unique=True)),
                ('erased_at', models.DateTimeField()),
                ('erased_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='LeftOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default='refused', max_length=16)),
                ('position', models.TextField()),
                ('reason', models.TextField()),
                ('message_key', models.BinaryField(max_length=16, null=True)),
                ('day', models.DateField(null=True)),
                ('cells', models.TextField(blank=True, db_default='')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.batch')),
            ],
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=32)),
                ('row', models.BigIntegerField()),
                ('reason', models.TextField()),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.batch')),
            ],
        ),
        migrations.CreateModel(
            name='LeftOutAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=16)),
                ('key', models.BigIntegerField(db_index=True)),
                ('count', models.IntegerField()),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.batch')),
            ],
        ),
        migrations.CreateModel(
            name='Mailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=320, unique=True)),
                ('keep', models.SmallIntegerField(default=kith.terms.words.Level['FULL'])),
                ('share', models.SmallIntegerField(default=kith.terms.words.Level['METADATA'])),
                ('settled_until', models.BigIntegerField(null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('value', models.CharField(max_length=253)),
                ('blocked_at', models.DateTimeField()),
                ('blocked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('mailbox', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='ledger.mailbox')),
            ],
        ),
        migrations.AddField(
            model_name='batch',
            name='mailbox',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='ledger.mailbox'),
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('kept_id', models.BigIntegerField()),
                ('absorbed_id', models.BigIntegerField()),
                ('moved', models.JSONField(default=dict)),
                ('merged_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('merged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NameSeen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('batch_id', models.BigIntegerField()),
                ('name', models.CharField(max_length=300)),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.address')),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('awaits', models.BigIntegerField(null=True)),
                ('kind', models.CharField(max_length=16)),
                ('until', models.DateField(null=True)),
                ('awaits_successor', models.BigIntegerField(null=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.activity')),
                ('address', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='ledger.address')),
                ('successor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stands_in', to='ledger.address')),
            ],
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.SmallIntegerField()),
                ('side', models.SmallIntegerField()),
                ('day', models.DateField(null=True)),
                ('account', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to='ledger.account')),
                ('activity', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to='ledger.activity')),
                ('address', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, to='ledger.address')),
            ],
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=32)),
                ('key', models.BinaryField(max_length=16, unique=True)),
                ('proposal', models.JSONField()),
                ('evidence', models.JSONField(default=list)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, max_length=16)),
                ('outcome', models.JSONField(default=dict)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answered', to=settings.AUTH_USER_MODEL)),
                ('put_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='asked', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.CharField(max_length=10)),
                ('as_of', models.DateField()),
                ('state', models.CharField(default='running', max_length=16)),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('report', models.JSONField(default=dict)),
            ],
            options={
                'indexes': [models.Index(fields=['series', 'state', 'id'], name='run_newest')],
            },
        ),
        migrations.CreateModel(
            name='Gauge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.CharField(max_length=10)),
                ('until_run_id', models.BigIntegerField(null=True)),
                ('name', models.CharField(max_length=32)),
                ('account_id', models.BigIntegerField()),
                ('contact_id', models.BigIntegerField(default=0)),
                ('colleague_id', models.BigIntegerField(default=0)),
                ('item_id', models.BigIntegerField(db_default=0, default=0)),
                ('value', models.FloatField(null=True)),
                ('low', models.FloatField(null=True)),
                ('high', models.FloatField(null=True)),
                ('n', models.BigIntegerField()),
                ('parts', models.JSONField(default=dict)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ledger.run')),
            ],
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('series', models.CharField(max_length=10)),
                ('key', models.CharField(max_length=128)),
                ('kind', models.CharField(max_length=32)),
                ('claim', models.CharField(max_length=16)),
                ('as_of', models.DateField()),
                ('since', models.DateField()),
                ('found_on', models.DateField()),
                ('stake', models.FloatField()),
                ('urgency', models.FloatField()),
                ('rank', models.FloatField()),
                ('numbers', models.JSONField(default=dict)),
                ('evidence', models.JSONField(default=list)),
                ('papers', models.JSONField(default=dict)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.account')),
                ('colleague', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='ledger.colleague')),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='ledger.contact')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='ledger.run')),
            ],
        ),
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shape', models.CharField(max_length=32)),
                ('year', models.SmallIntegerField(default=0)),
                ('version', models.BigIntegerField(default=1)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('shape', 'year'), name='stamp_once')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('leads', models.BooleanField(default=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.team')),
            ],
        ),
        migrations.CreateModel(
            name='MailKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BinaryField(max_length=16, unique=True)),
                ('activity_id', models.BigIntegerField(db_index=True, null=True)),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.thread')),
            ],
        ),
        migrations.AddField(
            model_name='activity',
            name='thread',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='ledger.thread'),
        ),
        migrations.CreateModel(
            name='ThreadLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SmallIntegerField()),
                ('key', models.BigIntegerField()),
                ('day', models.DateField()),
                ('activity_id', models.BigIntegerField(db_index=True)),
                ('refers', models.BooleanField()),
            ],
            options={
                'indexes': [models.Index(fields=['key', 'day'], name='threadlink_key')],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(default='mails', max_length=16)),
                ('whom', models.JSONField(default=dict)),
                ('cursor', models.BigIntegerField(default=0)),
                ('counts', models.JSONField(default=dict)),
                ('asked_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=128)),
                ('kind', models.CharField(max_length=32)),
                ('verb', models.CharField(max_length=16)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('given_on', models.DateField()),
                ('until', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='ledger.account')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Opened',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account_id', models.BigIntegerField()),
                ('day', models.DateField()),
                ('before', models.DateField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'account_id'), name='opened_once')],
            },
        ),
        migrations.CreateModel(
            name='Backtest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=32, unique=True)),
                ('as_of', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('result', models.JSONField(default=dict)),
            ],
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('awaits__isnull', False)), fields=['awaits'], name='notice_awaits'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('awaits_successor__isnull', False)), fields=['awaits_successor'], name='notice_awaits_successor'),
        ),
        migrations.AddIndex(
            model_name='account',
            index=models.Index(fields=['sort_key', 'id'], name='account_sorted'),
        ),
        migrations.AddIndex(
            model_name='audit',
            index=models.Index(fields=['subject', 'subject_id'], name='audit_subject'),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['kind', 'object_id', 'mailbox_id'], name='arrival_of'),
        ),
        migrations.AddConstraint(
            model_name='address',
            constraint=models.CheckConstraint(condition=models.Q(('contact__isnull', True), ('colleague__isnull', True), _connector='OR'), name='address_reaches_one'),
        ),
        migrations.AddIndex(
            model_name='leftout',
            index=models.Index(condition=models.Q(('message_key__isnull', False)), fields=['message_key'], name='leftout_message'),
        ),
        migrations.AddIndex(
            model_name='leftout',
            index=models.Index(fields=['day'], name='leftout_day'),
        ),
        migrations.AddConstraint(
            model_name='mailbox',
            constraint=models.CheckConstraint(condition=models.Q(('share__lte', models.F('keep'))), name='share_within_keep'),
        ),
        migrations.AddConstraint(
            model_name='block',
            constraint=models.UniqueConstraint(fields=('kind', 'value', 'mailbox'), name='block_once_here'),
        ),
        migrations.AddConstraint(
            model_name='block',
            constraint=models.UniqueConstraint(condition=models.Q(('mailbox__isnull', True)), fields=('kind', 'value'), name='block_once_everywhere'),
        ),
        migrations.AddConstraint(
            model_name='nameseen',
            constraint=models.UniqueConstraint(fields=('batch_id', 'address', 'name'), name='name_seen_once'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(fields=['activity', 'side', 'address', 'account', 'part'], name='participant_of'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(condition=models.Q(('side__gt', 0), ('account__isnull', False), _connector='OR'), fields=['address', 'day', 'activity'], name='participant_address'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(condition=models.Q(('account__isnull', False)), fields=['account', 'day', 'activity'], name='participant_timeline'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(condition=models.Q(('side', 1)), fields=['day', 'activity', 'address'], name='participant_ours_by_day'),
        ),
        migrations.AddIndex(
            model_name='participant',
            index=models.Index(condition=models.Q(('account__isnull', False), ('side', 0)), fields=['day', 'activity', 'address'], name='participant_copies_by_day'),
        ),
        migrations.AddIndex(
            model_name='question',
            index=models.Index(fields=['answer', 'kind', 'id'], name='question_waiting'),
        ),
        migrations.AddIndex(
            model_name='gauge',
            index=models.Index(fields=['account_id', 'series', 'name', 'contact_id'], name='gauge_of_account'),
        ),
        migrations.AddIndex(
            model_name='gauge',
            index=models.Index(condition=models.Q(('contact_id', 0)), fields=['series', 'name', 'value'], name='gauge_sorted'),
        ),
        migrations.AddIndex(
            model_name='gauge',
            index=models.Index(condition=models.Q(('colleague_id__gt', 0)), fields=['colleague_id', 'series', 'name'], name='gauge_of_colleague'),
        ),
        migrations.AddIndex(
            model_name='gauge',
            index=models.Index(condition=models.Q(('name', 'rise')), fields=['item_id', 'series', 'value'], name='gauge_of_rise'),
        ),
        migrations.AddIndex(
            model_name='gauge',
            index=models.Index(condition=models.Q(('until_run_id__isnull', False)), fields=['until_run_id'], name='gauge_ended'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(fields=['user', 'series', '-rank'], name='finding_today'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('series', 'key'), name='finding_once'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('team', 'user'), name='membership_once'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['content_key'], name='activity_content'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['known_day'], name='activity_day'),
        ),
    ]
