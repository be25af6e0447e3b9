using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Promises: green only when proven in time, withdrawn when false, with somebody told; and those that only a person can confirm.</summary>
public sealed class ClaimTests
{
    private const string Proven = "register.partners";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_has_not_been_checked_in_time_is_not_green(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var keys = (await house.InAsync((ClaimChecks checks) => Task.FromResult(checks.Keys()))).Where(k => k is not ("access.ends" or "access.pledges")).ToArray();
        foreach (var key in keys) Assert.Equal((ClaimLight.Amber, null), Light(await house.StandingAsync(key)));
        Assert.Contains($"<b>{ClaimText.Verdict(await house.StandingAsync(Proven)).Fi}</b>", await house.StatementAsync(), StringComparison.Ordinal);

        await house.RunJobsAsync();
        await house.CheckAsync(keys);
        var before = new Dictionary<string, ClaimLight>();
        foreach (var key in keys) before[key] = (await house.StandingAsync(key)).Light;
        Assert.True(before.Values.Count(l => l == ClaimLight.Green) >= 8, string.Join(", ", before));
        Assert.DoesNotContain(ClaimLight.Amber, before.Values);

        house.Clock.Move(TimeSpan.FromHours(27));
        foreach (var key in keys)
        {
            var now = await house.StandingAsync(key);
            Assert.True(now.Light == (before[key] == ClaimLight.Red ? ClaimLight.Red : ClaimLight.Amber), $"{key}: {before[key]}, then {now.Light}");
        }

        var late = await house.StandingAsync(Proven);
        Assert.Contains($"<b>{ClaimText.Verdict(late).Fi}</b> <u>{ClaimText.When(late, house.Now)}</u>", await house.StatementAsync(), StringComparison.Ordinal);

        static (ClaimLight, DateTime?) Light(ClaimStanding claim) => (claim.Light, claim.At);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_check_that_breaks_proves_nothing_and_stops_no_other(string database)
    {
        var check = new OwnCheck();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddScoped<IClaimCheck>(_ => check));
        check.Finds = () => ClaimFinding.Of(true, 7);
        Assert.Equal(ClaimLight.Green, (await house.ClaimAsync(OwnCheck.Name)).Light);

        check.Finds = () => throw new TimeoutException("Aino Mäki ei vastaa");
        house.Clock.Move(TimeSpan.FromHours(25));
        var done = await house.CheckAsync(OwnCheck.Name, Proven);
        Assert.Equal(("TimeoutException", null), (done[0].Failure, done[1].Failure));
        var standing = await house.StandingAsync(OwnCheck.Name);
        Assert.Equal((ClaimLight.Green, true), (standing.Light, standing.Failed));
        Assert.Contains(ClaimText.Failed.Fi, await house.StatementAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Aino", await house.StatementAsync(), StringComparison.Ordinal);

        house.Clock.Move(TimeSpan.FromHours(2));
        await house.CheckAsync(OwnCheck.Name);
        Assert.Equal(ClaimLight.Amber, (await house.StandingAsync(OwnCheck.Name)).Light);

        // One that counts other things than it names has not run either.
        check.Finds = () => ClaimFinding.Of(true, 1, 2);
        Assert.NotNull((await house.CheckAsync(OwnCheck.Name))[0].Failure);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whoever_answers_is_told_once_and_every_turn_is_kept(string database)
    {
        var check = new OwnCheck();
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddScoped<IClaimCheck>(_ => check));
        var (officer, security) = (await house.Town.StaffAsync("Amina Warsame"), await house.Town.StaffAsync("Pekka Salo"));

        // In a house in which nobody has a power nobody is told, and nobody is said to have been.
        check.Finds = () => ClaimFinding.Of(false, 3);
        Assert.False((await house.ClaimAsync(OwnCheck.Name)).Told);
        Assert.DoesNotContain(ClaimText.Told.Fi, await house.StatementAsync(), StringComparison.Ordinal);
        await house.EmpowerAsync(officer, AuthorityKind.DataProtectionOfficer);
        Assert.True((await house.ClaimAsync(OwnCheck.Name)).Told);
        Assert.Contains(ClaimText.Told.Fi, await house.StatementAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await ToldAsync(officer));
        await house.CheckAsync(OwnCheck.Name);
        Assert.Equal(1, await ToldAsync(officer));

        // Once somebody holds the power that the promise is of, it is this one.
        await house.EmpowerAsync(security, AuthorityKind.SecurityOfficer);
        check.Finds = () => ClaimFinding.Of(true, 0);
        await house.CheckAsync(OwnCheck.Name);
        check.Finds = () => ClaimFinding.Of(false, 1);
        house.Clock.Move(TimeSpan.FromHours(1));
        await house.CheckAsync(OwnCheck.Name);
        Assert.Equal((1, 1), (await ToldAsync(officer), await ToldAsync(security)));

        Assert.Equal(
            [$"privacy.claim.broken.{OwnCheck.Name}", $"privacy.claim.holds.{OwnCheck.Name}", $"privacy.claim.broken.{OwnCheck.Name}"],
            (await house.AuditedAsync()).Where(d => d.StartsWith("privacy.claim", StringComparison.Ordinal)));
        Assert.Equal(
            ["3", "0", "1"], await house.ReadAsync(db => db.Set<ClaimRun>().OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Counts).ToListAsync()));

        using var browser = await (await house.ServeAsync()).SignedInAsync(security);
        Assert.Contains((await browser.PageAsync("/privacy/claims")).QuerySelectorAll("#automatic .claim-bad s"), s => s.TextContent == "Koe pitää");
        Assert.Contains(NoticeText.Mailed(NoticeKind.ClaimBroken).Fi, (await browser.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);

        Task<int> ToldAsync(PersonId who) => house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == who && n.Kind == NoticeKind.ClaimBroken));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Green_ones_are_checked_once_a_day_and_others_every_quarter_of_an_hour(string database)
    {
        var check = new OwnCheck { Finds = () => ClaimFinding.Of(true, 0) };
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddScoped<IClaimCheck>(_ => check));
        await house.CheckAsync(OwnCheck.Name);
        house.Clock.Move(TimeSpan.FromHours(23));
        Assert.DoesNotContain(OwnCheck.Name, await DueAsync());
        house.Clock.Move(TimeSpan.FromHours(1.1));
        Assert.Contains(OwnCheck.Name, await DueAsync());
        check.Finds = () => ClaimFinding.Of(false, 1);
        await house.CheckAsync(OwnCheck.Name);
        house.Clock.Move(TimeSpan.FromMinutes(14));
        Assert.DoesNotContain(OwnCheck.Name, await DueAsync());
        house.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Contains(OwnCheck.Name, await DueAsync());

        Task<IReadOnlyList<string>> DueAsync() => house.InAsync((ClaimChecks checks) => checks.DueAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_person_has_confirmed_is_said_until_its_day_or_until_it_is_taken_back(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (op, officer) = (await house.Town.StaffAsync("Petri Kallunki"), await house.Town.StaffAsync("Amina Warsame"));
        await house.EmpowerAsync(op, AuthorityKind.Operator);
        await house.EmpowerAsync(officer, AuthorityKind.DataProtectionOfficer);
        using var browser = await house.SignedInAsync(op);
        using var other = await house.SignedInAsync(officer);
        var sentence = house.Get<Statement>().SentenceOf(AttestedClaims.HostedByTiera)!.Words.Fi;
        Assert.Contains($"<li><p>{sentence}</p>", await house.StatementAsync(), StringComparison.Ordinal);

        // Nobody else's to confirm, and not without its ground and its day; what was typed stays.
        Assert.Equal(422, await PostAsync(house, other, "Sopimus 3/2026", 30));
        Assert.Equal(422, await PostAsync(house, browser, "", 30));
        Assert.Equal(422, await PostAsync(house, browser, "Sopimus 3/2026", 500));
        using (var refused = await browser.PostAsync("/privacy/attestations", ("id", $"{Guid.CreateVersion7()}"), ("claim", AttestedClaims.HostedByTiera), ("ground", "Sopimus 3/2026"), ("lastDay", "huomenna")))
            Assert.Contains("Sopimus 3/2026", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, await PostAsync(house, browser, "Sopimus 3/2026", 30, "hosting.moon"));
        Assert.Equal(303, await PostAsync(house, browser, "Sopimus 3/2026", 200));

        var said = await house.StatementAsync();
        Assert.DoesNotContain($"<li><p>{sentence}</p>", said, StringComparison.Ordinal);
        Assert.Contains($">{sentence}<", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Kallunki", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Sopimus 3/2026", said, StringComparison.Ordinal);
        Assert.Equal(ClaimLight.Green, (await house.StandingAsync(AttestedClaims.HostedByTiera)).Light);

        // A month before its end it is amber, and its owner is told once.
        house.Clock.Move(TimeSpan.FromDays(175));
        Assert.Equal(ClaimLight.Amber, (await house.StandingAsync(AttestedClaims.HostedByTiera)).Light);
        for (var i = 0; i < 2; i++) await house.InAsync((AttestationActions claims) => claims.RemindAsync(default));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == op && n.Kind == NoticeKind.ClaimBroken)));
        house.Clock.Move(TimeSpan.FromDays(26));
        Assert.Equal((ClaimLight.Off, ClaimKind.Unverified), (await house.StandingAsync(AttestedClaims.HostedByTiera)) is var end ? (end.Light, end.Kind) : default);
        Assert.Contains($"<li><p>{sentence}</p>", await house.StatementAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_confirmation_is_taken_back_by_its_role_or_by_the_officer(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (op, officer, nobody) = (await house.Town.StaffAsync("Petri Kallunki"), await house.Town.StaffAsync("Amina Warsame"), await house.Town.StaffAsync("Aino Mäki"));
        await house.EmpowerAsync(op, AuthorityKind.Operator);
        await house.EmpowerAsync(officer, AuthorityKind.DataProtectionOfficer);
        var id = AttestationId.New();
        for (var i = 0; i < 2; i++) Assert.Null(await ConfirmAsync(id));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<Attestation>().CountAsync()));
        Assert.Equal(Refusal.Absent, await WithdrawAsync(id, nobody));
        Assert.Null(await WithdrawAsync(id, officer));
        Assert.Equal(ClaimKind.Unverified, (await house.StandingAsync(AttestedClaims.HostedByCity)).Kind);
        Assert.Equal(Refusal.Absent, await WithdrawAsync(id, officer));

        // A second confirmation takes the place of the first.
        var (second, third) = (AttestationId.New(), AttestationId.New());
        Assert.Null(await ConfirmAsync(second));
        Assert.Null(await ConfirmAsync(third));
        Assert.Equal([third], await house.ReadAsync(db => db.Set<Attestation>().Where(a => a.UntilUtc > house.Now).Select(a => a.Id).ToListAsync()));

        // Whoever said it is erased, and the role's word stands.
        await house.InAsync((IServiceProvider services) => services.GetRequiredService<Writing>().RunAsync(() =>
            services.GetServices<IPersonalData>().Single(r => r.Tables.Contains("privacy_attestations")).EraseAsync(op, default)));
        Assert.Null(await house.ReadAsync(db => db.Set<Attestation>().Where(a => a.Id == third).Select(a => a.By).SingleAsync()));
        Assert.Equal(ClaimKind.Attested, (await house.StandingAsync(AttestedClaims.HostedByCity)).Kind);

        Task<Refusal?> ConfirmAsync(AttestationId with) => house.InAsync((AttestationActions claims) =>
            claims.ConfirmAsync(with, AttestedClaims.HostedByCity, "Konesalin tarkastus 1.10.2026", house.Clock.Today().AddDays(90), Actor.Of(op)));
        Task<Refusal?> WithdrawAsync(AttestationId of, PersonId by) => house.InAsync((AttestationActions claims) => claims.WithdrawAsync(of, Actor.Of(by)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_authority_asks_for_all_checks_anew(string database)
    {
        var check = new OwnCheck { Finds = () => ClaimFinding.Of(true, 0) };
        await using var house = await TestHouse.OpenAsync(database, more: s => s.AddScoped<IClaimCheck>(_ => check));
        await house.CheckAsync(OwnCheck.Name);
        var op = await house.Town.StaffAsync("Petri Kallunki");
        await house.EmpowerAsync(op, AuthorityKind.Operator);
        var nobody = await house.Town.StaffAsync("Aino Mäki");
        Assert.Equal(Refusal.Absent, await house.InAsync((AttestationActions claims) => claims.AskAsync(Actor.Of(nobody))));
        Assert.DoesNotContain(OwnCheck.Name, await house.InAsync((ClaimChecks checks) => checks.DueAsync()));
        Assert.Null(await house.InAsync((AttestationActions claims) => claims.AskAsync(Actor.Of(op))));
        Assert.Contains(OwnCheck.Name, await house.InAsync((ClaimChecks checks) => checks.DueAsync()));
    }

    [Fact]
    public async Task Every_sentence_that_is_proven_names_checks_that_there_are_and_every_check_has_words()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var checks = await house.InAsync((IEnumerable<IClaimCheck> all) => Task.FromResult(all.ToList()));
        Assert.Equal(checks.Count, checks.Select(c => c.Key).Distinct(StringComparer.Ordinal).Count());
        var keys = checks.Select(c => c.Key).Concat(AttestedClaims.All.Select(a => a.Key)).ToHashSet(StringComparer.Ordinal);
        var named = house.Get<Statement>().Sections.Concat(PlainStatement.Sections).SelectMany(s => s.Blocks).SelectMany(b => b.Sentences).SelectMany(s => s.Proofs).ToList();
        Assert.True(named.Count >= 15, "The sentences with proofs were not found");
        Assert.All(named, proof => Assert.Contains(proof, keys));
        Assert.All(AttestedClaims.All, claim => Assert.Contains(claim.Key, named));
        foreach (var text in checks.SelectMany(c => c.Counted.Append(c.Promise)))
            Assert.All(new[] { text.Fi, text.Sv, text.En }, words => Assert.False(string.IsNullOrWhiteSpace(words)));
    }

    private static async Task<int> PostAsync(TestHouse house, HttpClient client, string ground, int days, string claim = AttestedClaims.HostedByTiera)
    {
        using var answer = await client.PostAsync(
            "/privacy/attestations", ("id", $"{Guid.CreateVersion7()}"), ("claim", claim), ("ground", ground), ("lastDay", $"{house.Clock.Today().AddDays(days):yyyy-MM-dd}"));
        return (int)answer.StatusCode;
    }

    /// <summary>A check that finds what the test wants.</summary>
    private sealed class OwnCheck : IClaimCheck
    {
        public const string Name = "test.own";

        public Func<ClaimFinding> Finds { get; set; } = () => ClaimFinding.Of(true, 0);

        public string Key => Name;
        public Text Promise => new("Koe pitää", "Provet håller", "The trial holds");
        public IReadOnlyList<Text> Counted => [new("Vikoja", "Fel", "Faults")];
        public ClaimOwner Owner => ClaimOwner.Security;

        public Task<ClaimFinding> CheckAsync(CancellationToken stop) => Task.FromResult(Finds());
    }
}
