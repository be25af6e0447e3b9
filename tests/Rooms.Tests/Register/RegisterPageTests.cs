using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register</summary>
public sealed class RegisterPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Administrator, 200, AuthorityText.Populations.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_an_administrator_sees_the_register_as_a_whole(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Everyone_who_has_work_here_finds_the_own_doors_and_no_others(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.EndAsync(house.Now.AddDays(20), aino);
        await house.EndedAsync(house.Now.AddDays(-215), await house.Town.StaffAsync("Lasse Lähtenyt"));
        var assignment = await house.AssignmentAsync(aino);
        await house.WriteAsync(db =>
        {
            db.Add(new Extension { Id = ExtensionId.New(), Assignment = assignment, LastDay = house.Clock.Today().AddDays(90), Reason = "Jatkuu", ProposedAt = house.Now });
            db.Add(new Batch { Id = BatchId.New(), Source = Source.Supervisors, Feed = "", Format = "supervisors", State = BatchState.Waiting, Brake = BrakeCause.None, SentAt = house.Now });
            return Task.CompletedTask;
        });
        var (steward, officer, guard) = (await house.Town.StaffAsync("Heli Hoitaja"), await house.Town.StaffAsync("Tiina Tietosuoja"), await house.Town.StaffAsync("Tero Turva"));
        await house.EmpowerAsync(steward, AuthorityKind.SourceSteward, nameof(Source.Supervisors));
        await house.EmpowerAsync(officer, AuthorityKind.DataProtectionOfficer);
        await house.EmpowerAsync(guard, AuthorityKind.SecurityOfficer);

        var all = await TextAsync(house, await house.AdministratorAsync("Rauni Rekisteri", "A"));
        foreach (var shown in new[] { AuthorityText.Holders, RegisteredText.Title, AdministrationText.Waiting(1), AdministrationText.Ends(1), AdministrationText.Due(1), AdministrationText.Erased(0), DisclosureText.Title })
            Assert.Contains(shown.Fi, all, StringComparison.Ordinal);
        Assert.DoesNotContain(EndingText.Proposals.Fi, all, StringComparison.Ordinal);

        var stewards = await TextAsync(house, steward);
        foreach (var shown in new[] { AdministrationText.Waiting(1), AdministrationText.Proposals(1) }) Assert.Contains(shown.Fi, stewards, StringComparison.Ordinal);
        foreach (var hidden in new[] { AuthorityText.Holders, AdministrationText.PeopleWhat, RegisterEndsText.Title, DisclosureText.Title, AdministrationText.Due(1) }) Assert.DoesNotContain(hidden.Fi, stewards, StringComparison.Ordinal);

        var officers = await TextAsync(house, officer);
        foreach (var shown in new[] { AdministrationText.Due(1), DisclosureText.Title }) Assert.Contains(shown.Fi, officers, StringComparison.Ordinal);
        foreach (var hidden in new[] { AuthorityText.Holders, AdministrationText.PeopleWhat, FeedText.Sources, EndingText.Proposals, AdministrationText.LogWhat }) Assert.DoesNotContain(hidden.Fi, officers, StringComparison.Ordinal);

        var guards = await TextAsync(house, guard);
        Assert.Contains(AdministrationText.LogWhat.Fi, guards, StringComparison.Ordinal);
        foreach (var hidden in new[] { AuthorityText.Holders, AdministrationText.PeopleWhat, FeedText.Sources, EndingText.Proposals, DisclosureText.Title, AdministrationText.Due(1) }) Assert.DoesNotContain(hidden.Fi, guards, StringComparison.Ordinal);
        Assert.Contains(UiText.HereIsNothing.Fi, await TextAsync(house, aino), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TestHouse house, PersonId who)
    {
        using var client = await house.SignedInAsync(who);
        return (await client.PageAsync("/register")).QuerySelector("main")!.TextContent;
    }
}
