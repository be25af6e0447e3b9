using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Backup;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Each promise is made false in the house itself: its check then finds it, and the statement no longer says the sentence.</summary>
public sealed class FalsifyTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_column_that_the_statement_does_not_name(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await HoldsAsync(house, "privacy.attributes");
        await house.ExecuteAsync($"alter table register_cards_a add column birth_date varchar(10)");
        await BrokenAsync(house, "privacy.attributes");
        await house.ExecuteAsync($"alter table register_cards_a drop column birth_date");
        await HoldsAsync(house, "privacy.attributes");

        // A table of nobody's.
        await house.ExecuteAsync($"create table notes_of_somebody (text varchar(100))");
        await BrokenAsync(house, "privacy.attributes");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Somebody_past_the_nine_months_or_nights_without_erasure(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        Assert.Equal(ClaimLight.Red, (await house.ClaimAsync("privacy.nine-months")).Light);
        await house.RunJobsAsync();
        await HoldsAsync(house, "privacy.nine-months");

        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.EndedAsync(house.Now.AddDays(-280), aino);
        var broken = await BrokenAsync(house, "privacy.nine-months");
        Assert.Equal([1, 0], broken.Counts.Take(2).Select(c => c.Count));

        // Held by the law: said beside it, and the promise holds but for her.
        await house.WriteAsync(db =>
        {
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = aino, Reason = "Oikeudenkäynti", PlacedAt = house.Now, LastDay = house.Clock.Today().AddDays(5), UntilUtc = house.Now.AddDays(5) });
            return Task.CompletedTask;
        });
        Assert.Equal([1, 1], (await HoldsAsync(house, "privacy.nine-months")).Counts.Take(2).Select(c => c.Count));

        house.Clock.Move(TimeSpan.FromHours(27));
        await BrokenAsync(house, "privacy.nine-months");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_account_of_somebody_without_a_duty(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäki");
        using var browser = await house.SignedInAsync(aino);
        await HoldsAsync(house, "access.accounts");
        var at = house.Now.AddMinutes(-10);
        await house.WriteAsync(db => db.Set<Assignment>().Where(a => a.Person == aino).ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, at)));
        Assert.Equal(1, (await BrokenAsync(house, "access.accounts")).Counts[1].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_leaver_who_is_still_let_in(string database)
    {
        var deaf = new DeafToEnds();
        await using var house = await (await TestHouse.OpenAsync(database, more: s => s.ConfigureDbContext<TupaDb>(db => db.AddInterceptors(deaf)))).ServeAsync();
        await house.Town.CityAsync();
        var closed = await house.ClaimInTimeAsync("access.ends");
        Assert.True(closed.Light == ClaimLight.Green, $"{closed}");
        Assert.True(closed.Counts[0].Count > 150, "The routes were not found");
        Assert.Equal(0, await house.RemainingAsync(TrialPeople.Id));

        deaf.IsDeaf = true;
        Assert.True((await house.ClaimInTimeAsync("access.ends")).Light == ClaimLight.Red);
        Assert.True((await house.StandingAsync("access.ends")).Counts[1].Count > 100);
        await IsWithdrawnAsync(house, "access.ends");
        Assert.Equal(0, await house.RemainingAsync(TrialPeople.Id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Content_that_opens_without_the_pledge(string database)
    {
        var gates = new GatesThatPassThemselves();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddScoped<IHear<AssignmentBegun>>(p => gates.Of(p.GetRequiredService<TupaDb>())));
        await house.Town.CityAsync();
        await HoldsAsync(house, "access.pledges");
        gates.Open = true;
        Assert.True((await BrokenAsync(house, "access.pledges")).Counts[1].Count > 50);
        Assert.Equal(0, await house.RemainingAsync(TrialPeople.Id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_authority_without_a_second_factor(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.EmpowerAsync(await house.Town.StaffAsync("Petri Kallunki"), AuthorityKind.Operator);
        await HoldsAsync(house, "access.factors");
        await house.EmpowerAsync(await house.Town.StaffAsync("Sari Salo"), AuthorityKind.SecurityOfficer, factor: false);
        Assert.Equal([2, 1], (await BrokenAsync(house, "access.factors")).Counts.Select(c => c.Count));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_partner_for_whom_nobody_answers(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var partner = await house.Town.PartnerAsync("Roope Järvelin", await house.Town.StaffAsync("Sami Hautakangas"));
        Assert.Equal(1, (await HoldsAsync(house, "register.partners")).Counts[0].Count);
        var now = house.Now;
        await house.WriteAsync(db => db.Set<Sponsorship>().ExecuteUpdateAsync(set => set.SetProperty(s => s.UntilUtc, now)));
        Assert.Equal(1, (await BrokenAsync(house, "register.partners")).Counts[1].Count);
        await house.WriteAsync(db => db.Set<Assignment>().Where(a => a.Person == partner).ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilUtc, now)));
        Assert.Equal(0, (await HoldsAsync(house, "register.partners")).Counts[0].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_source_that_does_not_answer(string database)
    {
        Assert.Equal(ClaimLight.Off, await OffAsync("register.feeds"));
        await using var house = await TestHouse.OpenAsync(database, new Dictionary<string, string?>
        {
            ["Tupa:Sources:Ldap:Address"] = "ldap://127.0.0.1:1",
            ["Tupa:Sources:Ldap:Base"] = "dc=example",
            ["Tupa:Sources:Ldap:User"] = "cn=tupa",
            ["Tupa:Sources:Ldap:Password"] = "salainen",
        });
        await house.WriteAsync(db =>
        {
            db.Add(new Pull { Format = house.Formats().Single(), AskedAt = house.Now });
            return Task.CompletedTask;
        });
        await HoldsAsync(house, "register.feeds");
        house.Clock.Move(TimeSpan.FromHours(3));
        Assert.Equal([1, 1], (await BrokenAsync(house, "register.feeds")).Counts.Take(2).Select(c => c.Count));

        async Task<ClaimLight> OffAsync(string key)
        {
            await using var bare = await TestHouse.OpenAsync(database);
            return (await bare.ClaimAsync(key)).Light;
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_source_of_which_nothing_has_come_is_not_said_to_be_one(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        foreach (var (key, source) in new[] { ("register.source.decisions", Source.Decisions), ("register.source.schools", Source.Schools) })
        {
            Assert.Equal(ClaimLight.Off, (await house.ClaimAsync(key)).Light);
            var sentence = house.Get<Statement>().SentenceOf(key)!.Words.Fi;
            Assert.Contains($"<li><p>{sentence}</p>", await house.StatementAsync(), StringComparison.Ordinal);
            await house.WriteAsync(db =>
            {
                db.Add(new SourceRecord { Id = SourceRecordId.New(), Source = source, Key = "1", Person = aino });
                return Task.CompletedTask;
            });
            await HoldsAsync(house, key);
            Assert.DoesNotContain($"<li><p>{sentence}</p>", await house.StatementAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_elsewhere_or_of_which_nobody_has_said_where_it_is()
    {
        foreach (var (countries, holds) in new[] { ("", false), ("smtp.kaupunki.example=FI", true), ("SMTP.kaupunki.example = no", true), ("smtp.kaupunki.example=US", false) })
        {
            await using var house = await TestHouse.OpenAsync("sqlite", new Dictionary<string, string?>
            {
                ["Tupa:Mail:Host"] = "smtp.kaupunki.example",
                ["Tupa:Mail:From"] = "tupa@kaupunki.example",
                ["Tupa:Outbound:Countries"] = countries,
            });
            await (holds ? HoldsAsync(house, "server.outbound") : BrokenAsync(house, "server.outbound"));
        }

        await using var still = await TestHouse.OpenAsync("sqlite");
        await HoldsAsync(still, "server.outbound");
        Assert.Throws<OutboundRefusedException>(() => still.Get<Outbound>().Going("tilastot.example"));
        Assert.Equal(1, (await BrokenAsync(still, "server.outbound")).Counts[3].Count);
    }

    [Fact]
    public async Task A_route_without_the_headers()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var bare = false;
        house.Routes.MapGet("/bare", (HttpContext http) =>
        {
            if (bare) http.Response.Headers.ContentSecurityPolicy = "default-src *";
            return Results.Ok();
        }).Impersonal();
        await house.ServeAsync();
        Assert.True((await HoldsAsync(house, "server.headers")).Counts[0].Count > 80, "The routes were not found");
        bare = true;
        Assert.Equal(1, (await BrokenAsync(house, "server.headers")).Counts[1].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_word_that_lacks_a_language(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        Assert.True((await HoldsAsync(house, "server.languages")).Counts[0].Count > 1_000, "The texts were not found");
        await house.ExecuteAsync($"update retention_classes set name_sv = '' where code = 'TT-07'");
        Assert.Equal(1, (await BrokenAsync(house, "server.languages")).Counts[1].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_space_without_a_class(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.Town.SpaceAsync("Kirjasto", Spaces.Confidentiality.Members, await house.Town.StaffAsync("Aino Mäki"));
        Assert.Equal([1, 0], (await HoldsAsync(house, "spaces.classes")).Counts.Select(c => c.Count));
        var nowhere = Guid.CreateVersion7();
        if (database == "sqlite")
        {
            await using var behind = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(house.Folder, "tupa.db"), ForeignKeys = false, Pooling = false }.ToString());
            await behind.OpenAsync();
            await using var command = behind.CreateCommand();
            command.CommandText = "update spaces_spaces set retention_class = randomblob(16)";
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await house.WriteAsync(async db =>
            {
                await db.Database.ExecuteSqlAsync($"set local session_replication_role = replica");
                await db.Database.ExecuteSqlAsync($"update spaces_spaces set retention_class = {nowhere}");
            });
        }

        Assert.Equal([1, 1], (await BrokenAsync(house, "spaces.classes")).Counts.Select(c => c.Count));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_scanner_that_is_off_or_stale_and_a_file_that_nobody_looked_at(string database)
    {
        await using (var bare = await TestHouse.OpenAsync(database)) Assert.Equal(ClaimLight.Red, (await bare.ClaimAsync("blobs.scanner")).Light);

        var scanner = new SaidScanner();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddSingleton<IScanner>(scanner));
        scanner.State = new(ScanningMode.On, "ClamAV", house.Now.AddDays(-1));
        await HoldsAsync(house, "blobs.scanner");
        foreach (var bad in new ScanningState[] { new(ScanningMode.Down), new(ScanningMode.On, "ClamAV", house.Now.AddDays(-9)), new(ScanningMode.On, "ClamAV") })
        {
            scanner.State = bad;
            await BrokenAsync(house, "blobs.scanner");
        }

        scanner.State = new(ScanningMode.On, "ClamAV", house.Now.AddDays(-1));
        await HoldsAsync(house, "blobs.scanner");
        await house.WriteAsync(db =>
        {
            db.Add(new Blob
            {
                Id = BlobId.New(),
                Sha256 = new('a', 64),
                Bytes = 1,
                Kind = MediaKind.Document,
                Type = "application/pdf",
                State = BlobState.Unchecked,
                Media = MediaState.Ready,
                ReceivedAt = house.Now,
                TouchedAt = house.Now,
            });
            return Task.CompletedTask;
        });
        Assert.Equal(1, (await BrokenAsync(house, "blobs.scanner")).Counts[1].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_backup_that_is_old_or_not_whole(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await BrokenAsync(house, "backup.last");
        await house.InAsync((SnapshotNotes notes) => notes.AddAsync(new("/srv/backup/1", [])));
        await HoldsAsync(house, "backup.last");
        house.Clock.Move(TimeSpan.FromHours(31));
        await BrokenAsync(house, "backup.last");
        await house.InAsync((SnapshotNotes notes) => notes.AddAsync(new("/srv/backup/2", ["aa"])));
        await BrokenAsync(house, "backup.last");
        await house.InAsync((SnapshotNotes notes) => notes.AddAsync(new("/srv/backup/3", [])));
        Assert.Equal(3, (await HoldsAsync(house, "backup.last")).Counts[2].Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_log_that_was_changed_or_that_nobody_has_verified(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await house.NoteAsync(4);
        await house.SealAsync();
        await house.VerifyAsync();
        await HoldsAsync(house, "audit.chain");
        house.Clock.Move(TimeSpan.FromHours(31));
        await BrokenAsync(house, "audit.chain");
        await house.VerifyAsync();
        await HoldsAsync(house, "audit.chain");
        await house.ExecuteAsync($"update audit_entries set deed = 'test.deed.other' where deed = 'test.deed.done1'");
        Assert.False((await house.VerifyAsync()).Holds);
        await BrokenAsync(house, "audit.chain");
    }

    private static async Task<ClaimStanding> HoldsAsync(TestHouse house, string key)
    {
        var standing = await house.ClaimAsync(key);
        Assert.True(standing.Light == ClaimLight.Green, $"{standing} {string.Join(' ', standing.Counts)}");
        return standing;
    }

    private static async Task<ClaimStanding> BrokenAsync(TestHouse house, string key)
    {
        var standing = await house.ClaimAsync(key);
        Assert.True(standing.Light == ClaimLight.Red, $"{standing} {string.Join(' ', standing.Counts)}");
        await IsWithdrawnAsync(house, key);
        return standing;
    }

    /// <summary>Struck through, and said nowhere.</summary>
    private static async Task IsWithdrawnAsync(TestHouse house, string key)
    {
        var claim = await house.StandingAsync(key);
        var words = (house.Get<Statement>().SentenceOf(key)?.Words ?? claim.Promise)!.Value.Fi;
        var page = await house.StatementAsync();
        Assert.Contains($"<s>{words}</s>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($">{words}<", page.Replace($"<s>{words}</s>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A database that does not hear that an assignment ends.</summary>
    private sealed class DeafToEnds : DbCommandInterceptor
    {
        public bool IsDeaf { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsDeaf && command.CommandText.StartsWith("UPDATE", StringComparison.OrdinalIgnoreCase) && command.CommandText.Contains("register_assignments", StringComparison.Ordinal))
                return new(InterceptionResult<int>.SuppressWithResult(1));
            return new(result);
        }
    }

    /// <summary>Somebody has made the gates pass by themselves.</summary>
    private sealed class GatesThatPassThemselves
    {
        public bool Open { get; set; }

        public IHear<AssignmentBegun> Of(TupaDb db) => new Ear(this, db);

        private sealed class Ear(GatesThatPassThemselves gates, TupaDb db) : IHear<AssignmentBegun>
        {
            public Task HearAsync(IReadOnlyList<AssignmentBegun> announced, CancellationToken stop)
            {
                if (!gates.Open) return Task.CompletedTask;
                foreach (var begun in announced)
                {
                    foreach (var (gate, version) in new[] { (Gate.Notice, GateWay.NoticeVersion), (Gate.Pledge, GateWay.PledgeVersion) })
                        db.Add(new GateMark { Person = begun.Person, Gate = gate, Version = version, PassedAt = DateTime.UnixEpoch });
                }

                return Task.CompletedTask;
            }
        }
    }

    /// <summary>A scanner that says of itself what the test wants.</summary>
    private sealed class SaidScanner : IScanner
    {
        public ScanningState State { get; set; } = new(ScanningMode.Off);

        public bool IsOn => true;

        public Task<Verdict> ScanAsync(Stream bytes, long length, CancellationToken stop) => Task.FromResult(new Verdict(VerdictKind.Clean));

        public Task<ScanningState> StateAsync(CancellationToken stop) => Task.FromResult(State);
    }
}

/// <summary>What the house fetches by itself.</summary>
internal static class OwnFeeds
{
    public static IReadOnlyList<string> Formats(this TestHouse house)
    {
        using var scope = house.Services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IFeedPull>().Where(p => p.IsConfigured).Select(p => p.Format)];
    }
}
