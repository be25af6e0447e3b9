using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>A head proposes a colleague or a substitute, who is here at once; a key that is somebody's already becomes a question.</summary>
public sealed class NewColleagueTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, TeamText.Send.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_a_head_proposes(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/people/new", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_colleague_is_here_at_once_in_the_groups_by_rule_and_gets_a_code(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        var id = Guid.CreateVersion7();
        Assert.Contains("Kirjastonhoitaja", (await helka.PageAsync("/me/people/new")).Body!.TextContent, StringComparison.Ordinal);

        using var first = await town.ProposeAsync(helka, id);
        using var again = await town.ProposeAsync(helka, id);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);

        var uuno = (await town.PersonAsync("uuno.uusi"))!.Value;
        var assignment = Assert.Single(await town.AssignmentsAsync(uuno));
        Assert.Equal($"/me/people/{assignment.Id}", $"{first.Headers.Location}");
        Assert.Equal((Source.Supervisors, town.Library, town.Librarian, Helsinki.Open), (assignment.Source, assignment.Unit!.Value, assignment.Duty!.Value, assignment.LastDay));
        Assert.Equal(
            new[] { GroupId.Staff, town.Librarian, await town.GroupOfAsync(town.Library), await town.GroupOfAsync(town.Leisure), await town.GroupOfAsync(town.City) }.ToHashSet(),
            await town.GroupsAsync(uuno));
        var record = await town.House.ReadAsync(db => db.Set<SourceRecord>().AsNoTracking().SingleAsync(r => r.Person == uuno));
        Assert.Equal((Source.Supervisors, "team", RecordState.Live), (record.Source, record.Feed, record.State));
        Assert.True(await town.House.ReadAsync(db => db.Set<Origin>().CountAsync(o => o.SourceRecord == record.Id)) > 3);
        Assert.Single(await town.House.AuditedAsync(), d => d == "register.colleague.proposed");

        Assert.Contains("Uuno Uusi", (await helka.PageAsync($"/me/people/{assignment.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Uuno Uusi", (await helka.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
        using var code = await helka.PostAsync($"/people/{uuno}/sign-in-code");
        Assert.Equal(HttpStatusCode.OK, code.StatusCode);
        Assert.Contains("uuno.uusi", await code.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_substitute_for_three_days_has_what_the_absent_one_has_and_ends_without_anybody(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var absent = await town.House.AssignmentAsync(town.Kai);
        var project = await town.House.Town.GroupAsync("Satutuokio", GroupKind.HandMade);
        await town.House.WriteAsync(db =>
        {
            db.Add(new GroupMember { Person = town.Kai, Group = project, Cause = absent.Value, Because = Because.Assignment, FromUtc = town.House.Now.AddDays(-1), UntilUtc = Helsinki.Never });
            return Task.CompletedTask;
        });
        using var helka = await town.AsAsync(town.Helka);
        Assert.Contains("Kai Virta", (await helka.PageAsync($"/me/people/new?absent={absent}")).Body!.TextContent, StringComparison.Ordinal);
        var last = town.Today.AddDays(2);

        using var endless = await town.ProposeAsync(helka, Guid.CreateVersion7(), ("absent", absent.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, endless.StatusCode);
        Assert.Contains("Uuno", (await endless.DocumentAsync()).QuerySelector("input[name=givenName]")!.GetAttribute("value"), StringComparison.Ordinal);
        using var sent = await town.ProposeAsync(helka, Guid.CreateVersion7(), ("absent", absent.ToString()), ("lastDay", TeamTown.Day(last)));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);

        var uuno = (await town.PersonAsync("uuno.uusi"))!.Value;
        var assignment = Assert.Single(await town.AssignmentsAsync(uuno));
        Assert.Equal((AssignmentKind.Substitute, absent, Helsinki.EndOf(last)), (assignment.Kind, assignment.StandsInFor!.Value, assignment.UntilUtc));
        Assert.Contains(project, await town.GroupsAsync(uuno));
        using var his = await town.AsAsync(uuno);
        using var inside = await his.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);

        town.House.Clock.StopAt(Helsinki.EndOf(last));
        Assert.Empty(await town.GroupsAsync(uuno));
        using var outside = await his.GetAsync("/");
        Assert.Equal(HttpStatusCode.Unauthorized, outside.StatusCode);
        using var later = await town.AsAsync(town.Helka);
        Assert.DoesNotContain("Uuno", (await later.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_here_already_is_found_by_a_key_and_another_name_asks_the_steward(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var steward = await town.StewardAsync();
        using var matti = await town.AsAsync(town.Matti);
        (string, string)[] kai = [("userId", "kai.virta"), ("email", ""), ("unit", town.Museum.ToString())];

        using var same = await town.ProposeAsync(matti, Guid.CreateVersion7(), [.. kai, ("givenName", "Kai"), ("familyName", "Virta")]);
        Assert.Equal(HttpStatusCode.SeeOther, same.StatusCode);
        Assert.Equal([town.Library, town.Museum], (await town.AssignmentsAsync(town.Kai)).Select(a => a.Unit!.Value));

        // A slip in the key: nobody is renamed, and nobody new is here, until somebody has looked.
        using var helka = await town.AsAsync(town.Helka);
        using var other = await town.ProposeAsync(helka, Guid.CreateVersion7(), ("userId", "matti.museo"), ("email", ""));
        Assert.Equal("/me/people?show=waits", $"{other.Headers.Location}");
        Assert.Contains(TeamText.WaitsTitle.Fi, (await helka.PageAsync("/me/people?show=waits")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await town.AssignmentsAsync(town.Matti));
        var question = await town.House.ReadAsync(db => db.Set<SameTask>().AsNoTracking().SingleAsync());
        Assert.Equal(town.Matti, question.Candidate);

        using var answers = await town.AsAsync(steward);
        Assert.Contains("Uuno Uusi", (await answers.PageAsync("/register/sources/Supervisors?show=same")).Body!.TextContent, StringComparison.Ordinal);
        using var parted = await answers.PostAsync($"/register/same/{question.Id}/parting");
        Assert.Equal(HttpStatusCode.SeeOther, parted.StatusCode);
        await town.House.RunJobsAsync();
        Assert.DoesNotContain("Uuno Uusi", (await helka.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
        using var confirms = await town.AsAsync(await town.StewardAsync("Leena Lähde"));
        using var confirmed = await confirms.PostAsync($"/register/same/{question.Id}/parting");
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        await town.House.RunJobsAsync();
        Assert.Contains("Uuno Uusi", (await helka.PageAsync("/me/people")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Matti", await town.House.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == town.Matti).Select(c => c.GivenName).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_address_of_somebody_who_has_left_makes_nobody_return(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);
        await town.House.EndAsync(Instants.Whole(town.House.Now), town.Kai);

        using var sent = await town.ProposeAsync(helka, Guid.CreateVersion7(), ("givenName", "Kai"), ("familyName", "Virta"), ("userId", ""), ("email", "Kai.Virta@kuusisalmi.example"));
        Assert.Equal("/me/people?show=waits", $"{sent.Headers.Location}");
        Assert.Empty(await town.AssignmentsAsync(town.Kai));
        Assert.Equal(town.Kai, await town.House.ReadAsync(db => db.Set<SameTask>().Select(t => t.Candidate).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_heads_nothing_proposes_nobody_and_nobody_is_put_into_a_unit_of_another(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var kai = await town.AsAsync(town.Kai);
        using var matti = await town.AsAsync(town.Matti);
        var absent = await town.House.AssignmentAsync(town.Kai);

        using var nobody = await town.ProposeAsync(kai, Guid.CreateVersion7());
        using var elsewhere = await town.ProposeAsync(matti, Guid.CreateVersion7());
        using var substitute = await town.ProposeAsync(matti, Guid.CreateVersion7(), ("absent", absent.ToString()), ("lastDay", TeamTown.Day(town.Today)));
        using var nameless = await town.ProposeAsync(matti, Guid.CreateVersion7(), ("unit", town.Museum.ToString()), ("familyName", " "));
        using var reversed = await town.ProposeAsync(matti, Guid.CreateVersion7(), ("unit", town.Museum.ToString()), ("lastDay", TeamTown.Day(town.Today.AddDays(-1))));
        using var noDuty = await town.ProposeAsync(matti, Guid.CreateVersion7(), ("unit", town.Museum.ToString()), ("duty", "keisari"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (nobody.StatusCode, substitute.StatusCode));
        Assert.All([elsewhere, nameless, reversed, noDuty], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Null(await town.PersonAsync("uuno.uusi"));
        Assert.Contains("register.colleague.propose refused", await town.House.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_colleague_of_a_school_gets_its_groups_and_further_units_until_the_same_day(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        var school = await town.House.Town.UnitAsync("Kuusimäen koulu", UnitKind.School, town.City, "04321");
        var elsewhere = await town.House.Town.UnitAsync("Rantakoulu", UnitKind.School, town.City, "04322");
        var (own, other) = (await town.House.Town.GroupAsync("7B", GroupKind.Class, school), await town.House.Town.GroupAsync("5A", GroupKind.Class, elsewhere));
        var empty = await town.House.Town.GroupAsync("9X", GroupKind.Class, school);
        await town.House.Town.PupilAsync("Anni Alku", school, own);
        await town.House.Town.PupilAsync("Onni Loppu", elsewhere, other);
        await town.House.HeadAsync(school, town.Kai);
        await town.House.HeadAsync(town.Archive, town.Kai);
        using var kai = await town.AsAsync(town.Kai);
        var last = town.Today.AddDays(20);

        var page = await kai.PageAsync("/me/people/new");
        Assert.Equal([own.ToString()], page.QuerySelectorAll("input[name=group]").Select(i => i.GetAttribute("value")));
        Assert.Equal(2, page.QuerySelectorAll("input[name=also]").Length);
        (string, string)[] form = [("unit", school.ToString()), ("also", town.Archive.ToString()), ("duty", ""), ("lastDay", TeamTown.Day(last))];
        foreach (var foreign in new[] { other.ToString(), empty.ToString(), "jotain" })
        {
            using var refused = await town.ProposeAsync(kai, Guid.CreateVersion7(), [.. form, ("group", foreign)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var back = await refused.DocumentAsync();
            Assert.NotNull(back.QuerySelector(".errors a[href='#groups']"));
            Assert.NotNull(back.QuerySelector($"input[name=also][value='{town.Archive}'][checked]"));
        }

        using var sent = await town.ProposeAsync(kai, Guid.CreateVersion7(), [.. form, ("group", own.ToString())]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var uuno = (await town.PersonAsync("uuno.uusi"))!.Value;
        var duties = await town.AssignmentsAsync(uuno);
        Assert.Equal(new[] { school, town.Archive }.ToHashSet(), duties.Select(a => a.Unit!.Value).ToHashSet());
        Assert.All(duties, a => Assert.Equal(last, a.LastDay));
        Assert.Superset(new[] { own, await town.GroupOfAsync(school), await town.GroupOfAsync(town.Archive) }.ToHashSet(), await town.GroupsAsync(uuno));

        // Another duty in the same school keeps the class; the end takes all of it.
        var main = duties.Single(a => a.Unit == school).Id;
        using var changed = await kai.PostAsync($"/me/people/{main}/placement",
            [("id", Guid.CreateVersion7().ToString()), ("unit", school.ToString()), ("duty", "kirjastonhoitaja"), ("from", TeamTown.Day(town.Today))]);
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Contains(own, await town.GroupsAsync(uuno));
        town.House.Clock.StopAt(Helsinki.EndOf(last));
        Assert.Empty(await town.GroupsAsync(uuno));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_fault_is_named_at_once_with_a_way_to_its_field_and_nothing_typed_is_lost(string database)
    {
        await using var town = await TeamTown.OpenAsync(database);
        using var helka = await town.AsAsync(town.Helka);

        using var refused = await town.ProposeAsync(helka, Guid.CreateVersion7(),
            ("givenName", ""), ("familyName", "Uusi-Kuu"), ("userId", "kaksi sanaa"), ("email", "ei osoite"), ("lastDay", TeamTown.Day(town.Today.AddDays(-3))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Equal(["#givenName", "#userId", "#email", "#lastDay"], page.QuerySelectorAll(".errors li a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".errors li a"), a =>
        {
            var field = page.QuerySelector(a.GetAttribute("href")!)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains(a.TextContent, page.QuerySelector($"{a.GetAttribute("href")}-e")!.TextContent, StringComparison.Ordinal);
            Assert.Contains($"{field.Id}-e", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        });
        Assert.Equal("Uusi-Kuu", page.QuerySelector("#familyName")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#familyName")!.GetAttribute("aria-invalid"));
    }
}
