using System.DirectoryServices.Protocols;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The city's directory, against a real slapd.</summary>
public sealed class LdapTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_staff_come_page_by_page_with_their_unit_and_the_attributes_of_the_statement(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        slapd.Add("aino.makela", "Aino", "Mäkelä", ("mail", "aino.makela@kuusisalmi.example"), ("telephoneNumber", "02 123 4567"), ("ou", "Kirjasto"), ("street", "Kirkkokatu 1"), ("postalCode", "21200"), ("l", "Raisio"), ("employeeNumber", "131052-308T"));
        slapd.Add("borje.ohman", "Börje", "Öhman", ("telephoneNumber", "ext 12"), ("ou", "Muualla"));
        slapd.Do([.. Enumerable.Range(0, 1_100).Select(i => new AddRequest(
            $"uid=n{i},{Slapd.Base}", new DirectoryAttribute("objectClass", "inetOrgPerson"), new("uid", $"n{i}"), new("givenName", $"Nimi{i}"), new("sn", $"Suku{i}"), new("cn", $"n{i}")))]);
        await using var town = await FeedTown.OpenAsync(database, slapd.Settings());

        Assert.Equal(BatchState.Applied, await PulledAsync(town));

        Assert.Equal(1_102, await town.House.ReadAsync(db => db.Set<SourceRecord>().CountAsync(r => r.Source == Source.Ldap && r.State == RecordState.Live)));
        var aino = await CardAsync(town, "aino.makela");
        Assert.Equal(("Aino", "Mäkelä", "+35821234567", "Kirkkokatu 1, 21200 Raisio", "Kirjasto"), (aino.GivenName, aino.FamilyName, aino.Phone, aino.WorkAddress, aino.Organisation));
        Assert.Equal(town.Library, await town.House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == aino.Person).Select(a => a.Unit).SingleAsync()));
        var borje = await CardAsync(town, "borje.ohman");
        Assert.Null(borje.Phone);
        Assert.Equal(town.City, await town.House.ReadAsync(db => db.Set<Assignment>().Where(a => a.Person == borje.Person).Select(a => a.Unit).SingleAsync()));
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<BatchNote>().CountAsync(n => n.Column == "phone" && n.Line != null)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Only_what_has_changed_is_fetched_and_who_is_gone_from_the_directory_has_ended(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        for (var i = 0; i < 20; i++) slapd.Add($"n{i}", $"Nimi{i}", $"Suku{i}");
        await using var town = await FeedTown.OpenAsync(database, slapd.Settings());
        Assert.Equal(BatchState.Applied, await PulledAsync(town));

        Assert.Null(await PulledAsync(town));
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<Batch>().CountAsync()));

        slapd.Set("n3", "sn", "Uusi");
        slapd.Remove("n4");
        Assert.Equal(BatchState.Applied, await PulledAsync(town));
        Assert.Equal("Uusi", (await CardAsync(town, "n3")).FamilyName);
        Assert.Equal(19, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.UntilUtc > town.House.Now)));

        // More than a tenth of them waits for a person, and is not fetched again meanwhile.
        for (var i = 5; i < 10; i++) slapd.Remove($"n{i}");
        Assert.Equal(BatchState.Waiting, await PulledAsync(town));
        Assert.Null(await PulledAsync(town));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_disabled_or_expired_there_cannot_sign_in_here_and_comes_back_with_all(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        foreach (var uid in new[] { "aino", "borje", "eero" }) slapd.Add(uid, uid, "Mäki");
        slapd.Add("vanha", "Vanha", "Mäki", ("shadowExpire", "1"));
        await using var town = await FeedTown.OpenAsync(database, slapd.Settings());
        await town.House.ServeAsync();
        await PulledAsync(town);
        Assert.False(await town.House.ReadAsync(db => db.Set<CardA>().AnyAsync(c => c.GivenName == "Vanha")));
        var aino = (await CardAsync(town, "aino")).Person;
        using var browser = await town.House.SignedInAsync(aino);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);

        slapd.Set("aino", "shadowExpire", "1");
        await PulledAsync(town);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(1, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Person == aino && a.UntilUtc > town.House.Now)));

        slapd.Set("aino", "shadowExpire");
        await PulledAsync(town);
        using var again = await town.House.SignedInAsync(aino);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/me")).StatusCode);

        // A day ahead cuts by itself, though the directory is not asked again.
        var tomorrow = Helsinki.Day(town.House.Now).AddDays(1).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        slapd.Set("aino", "shadowExpire", tomorrow.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await PulledAsync(town);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/me")).StatusCode);
        await slapd.KillAsync();
        town.House.Clock.Move(TimeSpan.FromDays(1));
        using var after = await town.House.SignedInAsync(aino);
        Assert.NotEqual(HttpStatusCode.OK, (await after.GetAsync("/me")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_cut_does_not_wait_for_the_brake(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        for (var i = 0; i < 10; i++) slapd.Add($"n{i}", $"Nimi{i}", "Mäki");
        await using var town = await FeedTown.OpenAsync(database, slapd.Settings());
        await town.House.ServeAsync();
        await PulledAsync(town);

        for (var i = 5; i < 10; i++) slapd.Remove($"n{i}");
        slapd.Set("n0", "shadowExpire", "1");
        Assert.Equal(BatchState.Waiting, await PulledAsync(town));

        using var cut = await town.House.SignedInAsync((await CardAsync(town, "n0")).Person);
        Assert.NotEqual(HttpStatusCode.OK, (await cut.GetAsync("/me")).StatusCode);
        using var waits = await town.House.SignedInAsync((await CardAsync(town, "n9")).Person);
        Assert.Equal(HttpStatusCode.OK, (await waits.GetAsync("/me")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_directory_that_does_not_answer_or_refuses_changes_nothing_and_says_so(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        slapd.Add("aino", "Aino", "Mäki");
        var settings = slapd.Settings();
        await using (var wrong = await FeedTown.OpenAsync(database, new Dictionary<string, string?>(settings) { ["Tupa:Sources:Ldap:Password"] = "väärä" }))
        {
            Assert.Equal(BatchState.Refused, await PulledAsync(wrong));
            Assert.Equal(LdapText.WrongPassword.En, await wrong.House.ReadAsync(db => db.Set<BatchNote>().Select(n => n.ReasonEn).SingleAsync()));
        }

        await using var town = await FeedTown.OpenAsync(database, settings);
        await PulledAsync(town);
        await slapd.KillAsync();
        Assert.Equal(BatchState.Refused, await PulledAsync(town));
        Assert.Equal("Aino", (await CardAsync(town, "aino")).GivenName);
        await slapd.ResumeAsync();
        Assert.NotEqual(BatchState.Refused, await PulledAsync(town));
    }

    [Fact]
    public async Task Active_Directory_is_read_by_its_own_words()
    {
        await using var slapd = await Slapd.StartAsync();
        var id = Guid.CreateVersion7();
        slapd.Do(new AddRequest(
            $"cn=Aino Mäkelä,{Slapd.Base}",
            new DirectoryAttribute("objectClass", "person", "extensibleObject"), new("cn", "Aino Mäkelä"), new("sn", "Mäkelä"), new("givenName", "Aino"), new("sAMAccountName", "aino.makela"), new("userAccountControl", "514"),
            new("accountExpires", "9223372036854775807"), new("department", "Kirjasto"), new("objectGUID", [id.ToByteArray()])));
        var path = Path.Combine(Path.GetTempPath(), $"tupa-ldap-{Guid.CreateVersion7():N}");
        var settings = new LdapSettings { Address = slapd.Address, Base = Slapd.Base, Filter = "(sAMAccountName=*)", User = Slapd.Admin, Password = Slapd.Password };

        var notes = new FeedNotes();
        Assert.Equal(PullOutcome.Fetched, (await new LdapPull(settings, Leading.To(new Uri(slapd.Address).IdnHost), TimeProvider.System).PullAsync(path, null, notes, default)).Outcome);
        var entry = LdapEntry.Read(Assert.Single(await File.ReadAllLinesAsync(path)))!;
        File.Delete(path);

        Assert.Equal((id.ToString(), "aino.makela", "Kirjasto"), (entry.Key, entry.UserId, entry.Department));
        Assert.Equal(LdapStanding.Always, LdapStanding.CutAt(entry));
    }

    [Theory]
    [InlineData("512", "0", null, null)]
    [InlineData("514", "0", null, "1970-01-01")]
    [InlineData("66050", null, null, "1970-01-01")]
    [InlineData(null, "133801632000000000", null, "2025-01-01")]
    [InlineData(null, "9223372036854775807", null, null)]
    [InlineData(null, null, "-1", null)]
    [InlineData(null, null, "20089", "2024-12-31T22:00:00")]
    public void What_a_directory_says_of_an_account_is_read(string? control, string? expires, string? shadow, string? cut) => Assert.Equal(
        cut is null ? null : DateTime.Parse(cut, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal),
        LdapStanding.CutAt(new() { Control = control, Expires = expires, ShadowExpires = shadow }));

    [Theory]
    [InlineData("ldap://ad.example.fi", "in the clear")]
    [InlineData("https://ad.example.fi", "must be an address such as")]
    public void A_password_never_goes_out_in_the_clear(string address, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Tupa:Sources:Ldap:Address"] = address,
            ["Tupa:Sources:Ldap:Base"] = "dc=x",
            ["Tupa:Sources:Ldap:User"] = "cn=x",
            ["Tupa:Sources:Ldap:Password"] = "x",
        }).Build();

        Assert.Contains(sentence, Assert.Throws<InvalidOperationException>(() => { LdapSettings.Of(configuration); }).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_disabled_is_out_within_a_minute_and_only_the_changed_are_fetched_for_it(string database)
    {
        await using var slapd = await Slapd.StartAsync();
        for (var i = 0; i < 12; i++) slapd.Add($"n{i}", $"Nimi{i}", "Mäki");
        await using var town = await FeedTown.OpenAsync(database, slapd.Settings());
        await town.House.ServeAsync();
        await PulledAsync(town);
        using var browser = await town.House.SignedInAsync((await CardAsync(town, "n3")).Person);

        // The directory counts changes in whole seconds: those made in the second of the first reading are fetched twice.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        slapd.Set("n3", "shadowExpire", "1");
        slapd.Remove("n4");
        Assert.Equal(BatchState.Applied, await PulledAsync(town, minutes: 1));
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        var last = await town.House.ReadAsync(db => db.Set<Batch>().OrderByDescending(b => b.SentAt).FirstAsync());
        Assert.False(last.Whole);
        Assert.True(last.Changes == 1, $"{last.Changes} changes");

        // Who is gone is in no list of changes: seen when everybody is read again, though the directory has not moved since.
        Assert.Null(await PulledAsync(town, minutes: 1));
        Assert.Equal(12, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.UntilUtc > town.House.Now)));
        Assert.Equal(BatchState.Applied, await PulledAsync(town));
        Assert.Equal(11, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.UntilUtc > town.House.Now)));
        Assert.Null(await PulledAsync(town));

        // One that does not answer is not asked every minute.
        await slapd.KillAsync();
        Assert.Equal(BatchState.Refused, await PulledAsync(town, minutes: 1));
        Assert.Null(await PulledAsync(town, minutes: 1));
        Assert.Equal(BatchState.Refused, await PulledAsync(town));
    }

    /// <summary>Time passes, the directory is asked, and what came is worked through. Null where nothing came.</summary>
    /// <param name="minutes">After more than ten everybody is read anew.</param>
    private static async Task<BatchState?> PulledAsync(FeedTown town, int minutes = 15)
    {
        town.House.Clock.Move(TimeSpan.FromMinutes(minutes));
        var before = await town.House.ReadAsync(db => db.Set<Batch>().Select(b => b.Id).ToListAsync());
        await town.House.RunJobsAsync();
        await town.House.RunJobsAsync();
        return await town.House.ReadAsync(db => db.Set<Batch>().Where(b => !before.Contains(b.Id)).Select(b => (BatchState?)b.State).SingleOrDefaultAsync());
    }

    private static Task<CardA> CardAsync(FeedTown town, string userId) => town.House.ReadAsync(db => db.Set<CardA>().SingleAsync(c => c.UserId == userId));
}
