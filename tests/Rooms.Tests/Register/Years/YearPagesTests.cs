using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/register/years and /register/years/{id}</summary>
public sealed class YearPagesTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, "", YearText.Changes.Fi),
        new(Guest.Teacher, 404, "", YearText.Changes.Fi),
        new(Guest.Pupil, 404, "", YearText.Changes.Fi),
        new(Guest.Partner, 404, "", YearText.Changes.Fi),
        new(Guest.Elected, 404, "", YearText.Changes.Fi),
        new(Guest.Steward, 404, "", YearText.Changes.Fi),
        new(Guest.Administrator, 404, "", YearText.Changes.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task None_but_those_who_look_after_the_schools_see_their_changes_of_year(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register/years", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_administrators_of_schools_send_review_and_approve_it_and_on_its_day_it_is_there(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var sender = await town.House.SignedInAsync(await town.House.AdministratorAsync("Outi Opetus", "B"));
        using var second = await town.House.SignedInAsync(await town.House.AdministratorAsync("Sanna Sivistys", "B"));
        using var other = await town.House.SignedInAsync(await town.House.AdministratorAsync("Rauni Rekisteri", "A"));

        using var sent = await SendAsync(sender, town, Iso(town.Day));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        Assert.Contains(YearText.Of(YearState.Reading).Fi, await WordsAsync(sender, address), StringComparison.Ordinal);
        await town.WorkAsync();

        // Numbers, school by school, with the way to the rows.
        var page = await second.PageAsync(address);
        Assert.Contains(YearText.On(town.Day), page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"28{YearText.Of(YearMove.MovesUp).Fi}", page.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(FeedText.NobodyOut.Fi, page.Body!.TextContent, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("[aria-labelledby=rows-h] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("8B", StringComparison.Ordinal) && r.Contains("7B", StringComparison.Ordinal) && r.Contains(YearText.One(GroupChange.Renamed).Fi, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("9A", StringComparison.Ordinal) && r.Contains(YearText.One(GroupChange.Ended).Fi, StringComparison.Ordinal));
        var moving = page.QuerySelectorAll("[aria-labelledby=schools-h] a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains(nameof(YearMove.MovesSchool), StringComparison.Ordinal));
        var moved = (await second.PageAsync(moving)).QuerySelector("[aria-labelledby=rows-h] tbody tr")!.TextContent;
        Assert.Contains("Sukup01", moved, StringComparison.Ordinal);
        Assert.Contains("Salmen koulu, 7B", moved, StringComparison.Ordinal);
        Assert.Contains("Strandens skola, 8X", moved, StringComparison.Ordinal);
        Assert.Contains("register.year.viewed", await town.House.AuditedAsync());

        // What is not for one is not there, and nothing was decided by trying.
        foreach (var deed in new[] { "", "/approval", "/rehearsals", "/withdrawal" })
        {
            using var answer = deed.Length == 0 ? await other.GetAsync(address) : await other.PostAsync(address + deed, ("day", Iso(town.Day)), ("reason", "Hyvä"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // What was typed is kept where it is refused.
        var plan = page.QuerySelector("input[name=plan]")!.GetAttribute("value")!;
        Assert.Null((await sender.PageAsync(address)).QuerySelector("form .hds-button--primary"));
        using var late = await second.PostAsync($"{address}/approval", ("plan", plan), ("day", "2020-08-01"), ("reason", "Rehtorit ovat käyneet läpi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var refused = await late.DocumentAsync();
        Assert.Contains(YearText.WrongDay.Fi, refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("2020-08-01", "Rehtorit ovat käyneet läpi"), (refused.QuerySelector("input[name=day]")!.GetAttribute("value"), refused.QuerySelector("textarea[name=reason]")!.TextContent));

        using var approved = await second.PostAsync($"{address}/approval", ("plan", plan), ("day", Iso(town.Day)), ("reason", "Rehtorit ovat käyneet läpi"));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Contains(YearText.WillBe(town.Day).Fi, await WordsAsync(sender, address), StringComparison.Ordinal);
        await town.WorkAsync();

        town.Come();
        await town.House.RunJobsAsync();
        using var later = await town.House.SignedInAsync(await town.House.AdministratorAsync("Liisa Lukuvuosi", "B"));
        page = await later.PageAsync(address);
        Assert.Contains(YearText.Of(YearState.Applied).Fi, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"28{YearText.Of(YearMove.MovesUp).Fi}", page.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sukup", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Rows_are_paged_the_shielded_stay_so_and_it_speaks_Swedish(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        await town.House.ServeAsync();
        var next = town.Next();
        var many = Enumerable.Range(0, 60).Select(i => town.Next(town.Pupil($"w{i:00}", "7B", "c1")) with { Shielded = i == 0 ? true : null });
        var change = await town.PlanAsync(next with { People = [.. next.People, .. many] });
        using var administrator = await town.House.SignedInAsync(await town.House.AdministratorAsync("Outi Opetus", "B"), language: "sv");

        var page = await administrator.PageAsync($"/register/years/{change}?show={YearMove.Arrives}");
        Assert.Contains(YearText.Of(YearMove.Arrives).Sv, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(50, page.QuerySelectorAll("[aria-labelledby=rows-h] tbody tr").Length);
        var more = await administrator.PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(14, more.QuerySelectorAll("[aria-labelledby=rows-h] tbody tr").Length);
        Assert.Null(more.QuerySelector("a[rel=next]"));
        var shielded = page.QuerySelectorAll("[aria-labelledby=rows-h] tbody tr").Single(r => r.TextContent.Contains("w00", StringComparison.Ordinal)).TextContent;
        Assert.DoesNotContain("Sukuw00", shielded, StringComparison.Ordinal);
        Assert.DoesNotContain("7B", shielded, StringComparison.Ordinal);

        // As many statements for fifty rows as for one; the note that somebody has looked not counted.
        var classes = await town.House.Statements.DuringAsync(() => administrator.PageAsync($"/register/years/{change}"));
        Assert.InRange(classes, 1, 6);
        var asked = town.House.Statements.Sent.Count;
        await administrator.PageAsync($"/register/years/{change}?show={YearMove.Arrives}");
        var sent = town.House.Statements.Sent.Skip(asked).Where(s => !s.Contains("audit_", StringComparison.Ordinal)).ToList();
        Assert.True(sent.Count <= 6, string.Join("\n---\n", sent));

        using var rehearsed = await administrator.PostAsync($"/register/years/{change}/rehearsals", ("reason", ""));
        Assert.Equal(HttpStatusCode.SeeOther, rehearsed.StatusCode);
        await town.WorkAsync();
        using var withdrawn = await administrator.PostAsync($"/register/years/{change}/withdrawal", ("reason", "Fel fil"));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        var last = await administrator.PageAsync($"/register/years/{change}");
        Assert.Contains(YearText.Of(YearState.Withdrawn).Sv, last.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fel fil", last.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_file_that_cannot_be_taken_is_refused_with_what_was_typed(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var administrator = await town.House.SignedInAsync(await town.House.AdministratorAsync("Outi Opetus", "B"));
        using var staff = await town.House.SignedInAsync(await town.House.Town.StaffAsync("Börje Berg"));

        using var wrongDay = await SendAsync(administrator, town, "1.8.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongDay.StatusCode);
        var page = await wrongDay.DocumentAsync();
        Assert.Equal("1.8.", page.QuerySelector("input[name=day]")!.GetAttribute("value"));
        Assert.Equal(TestReader.FormatOf(Source.Schools, YearTown.Feed), page.QuerySelector("option[selected]")!.GetAttribute("value"));
        using var tooFar = await SendAsync(administrator, town, Iso(town.Feeds.Today.AddDays(YearChange.Farthest + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooFar.StatusCode);
        using var others = await SendAsync(administrator, town, Iso(town.Day), TestReader.FormatOf(Source.Supervisors, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);
        using var nobodys = await SendAsync(staff, town, Iso(town.Day));
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);

        Assert.Empty(await town.House.InAsync((YearQueries years) => years.ListAsync(town.Sender)) ?? throw new InvalidOperationException("The sender sees none"));
        Assert.Empty(Directory.GetFiles(Path.Combine(town.House.Folder, "blobs", "incoming", "feeds")));
    }

    private static async Task<string> WordsAsync(HttpClient browser, string address) => (await browser.PageAsync(address)).Body!.TextContent;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, YearTown town, string day, string? format = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(format ?? TestReader.FormatOf(Source.Schools, YearTown.Feed)), "format" }, { new StringContent(day), "day" } };
        var file = new ByteArrayContent(TestReader.Write(town.Next()));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "file", "ensi.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register/years") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }
}
