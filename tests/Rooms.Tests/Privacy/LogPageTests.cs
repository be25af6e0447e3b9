using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/privacy/log</summary>
public sealed class LogPageTests(VisitedTowns towns)
{
    private const string Path = "/privacy/log";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, LogText.Lead.Fi));

    [Theory, MemberData(nameof(Answers))]
    public async Task Only_the_security_officer_reads_the_log(string database, Guest who, int status, string shows, string hides)
    {
        await towns.AssertAsync(database, who, Path, status, shows, hides);
        await towns.AssertAsync(database, who, $"{Path}/exports", status, shows, hides);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_security_officer_finds_who_did_what_to_whom_and_each_look_is_noted_with_what_was_asked(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var officer = await OfficerAsync(house);
        var (aino, borje) = await house.NoteAsync(6);
        var secret = await house.Town.SpaceAsync("Salainen hanke", Confidentiality.Confidential, aino);
        var known = await house.Town.SpaceAsync("Tuttu hanke", Confidentiality.Members, aino);
        await house.NoteAsync(aino, "test.secret.seen", space: secret.Id.Value);
        await house.NoteAsync(aino, "test.known.seen", space: known.Id.Value);
        using var client = await house.SignedInAsync(officer);

        var page = await client.PageAsync(Path);
        var text = page.Body!.TextContent;
        foreach (var shown in new[] { "Aino Mäkelä", "Börje Öhman", "test.deed.done5", "192.0.2.17", LogText.Of(WayIn.Page).Fi, SourceText.Of(Population.Staff).Fi, "Tuttu hanke", LogText.Hidden.Fi, LogText.NeverVerified.Fi })
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Salainen hanke", text, StringComparison.Ordinal);

        // What of one person, of one deed, of one space, of one way, of one request.
        Assert.Equal(["test.deed.done5", "test.deed.done3", "test.deed.done1", "test.deed.done0"], (await DeedsAsync(client, "?who=öhman")).Where(d => d.StartsWith("test.", StringComparison.Ordinal)));
        Assert.Equal(["test.deed.done2"], await DeedsAsync(client, "?deed=test.deed.done2"));
        Assert.Equal(6, (await DeedsAsync(client, "?deed=test.deed")).Count);
        Assert.Empty(await DeedsAsync(client, "?deed=test.dee"));
        Assert.Equal(["test.secret.seen"], await DeedsAsync(client, $"?space={secret.Id}"));
        Assert.Empty(await DeedsAsync(client, "?deed=test&way=Scim"));
        Assert.Empty(await DeedsAsync(client, "?deed=test&outcome=Refused"));
        var reference = await house.ReadAsync(db => db.Set<AuditEntry>().Where(e => e.Deed == "test.deed.done4").Select(e => e.Reference).SingleAsync());
        Assert.Equal(["test.deed.done4"], await DeedsAsync(client, $"?reference={reference}"));
        Assert.Empty(await DeedsAsync(client, "?deed=test&from=2020-01-01&to=2020-01-02"));
        Assert.Contains(LogText.Nobody.Fi, (await client.PageAsync($"{Path}?who=ei-ketaan")).Body!.TextContent, StringComparison.Ordinal);

        // The looks themselves, and of whom.
        var looks = await house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Deed.Substring(0, 19) == "privacy.log.viewed.").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(11, looks.Count);
        var alias = await house.ReadAsync(db => db.Set<AliasRow>().Where(a => a.Person == borje).Select(a => a.Alias).SingleAsync());
        Assert.EndsWith(".person", looks[1].Deed, StringComparison.Ordinal);
        Assert.Equal((alias, "Staff", "SecurityOfficer"), (looks[1].Subject, looks[1].Population, looks[1].Authority));
        Assert.EndsWith(".deed-test-deed-done2", looks[2].Deed, StringComparison.Ordinal);
        Assert.Equal(secret.Id.Value, looks[5].Space);
        Assert.DoesNotContain(looks, l => l.Deed.Contains("hman", StringComparison.OrdinalIgnoreCase));

        // Erased, nobody finds the person, and the entries stand.
        await house.EndedLongAgoAsync(borje);
        await house.NightAsync();
        Assert.Contains(LogText.Nobody.Fi, (await client.PageAsync($"{Path}?who=öhman")).Body!.TextContent, StringComparison.Ordinal);
        var after = (await client.PageAsync($"{Path}?deed=test.deed")).Body!.TextContent;
        Assert.DoesNotContain("Öhman", after, StringComparison.Ordinal);
        Assert.Contains(LogText.Former.Fi, after, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Pages_go_on_where_they_ended_for_as_many_statements_as_the_first(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var officer = await OfficerAsync(house);
        await house.NoteAsync(LogQueries.PageSize + 7);
        using var client = await house.SignedInAsync(officer);
        await client.PageAsync($"{Path}?deed=test");
        var before = house.Statements.Sent.Count;
        var first = await DeedsAsync(client, "?deed=test&who=ma");

        // The door, the frame, the words (two), the entries, the names; and the note.
        var asked = house.Statements.Sent.Skip(before).Where(s => s.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && (s.Contains("audit_entries", StringComparison.Ordinal) || !s.Contains("audit_", StringComparison.Ordinal))).ToList();
        Assert.True(asked.Count <= 6, string.Join("\n", asked.Select(s => s[..Math.Min(150, s.Length)] + " … " + string.Join(' ', s.Split('\n').Where(l => l.StartsWith("FROM", StringComparison.Ordinal))))));
        Assert.NotEmpty(first);

        var all = await DeedsAsync(client, "?deed=test");
        Assert.Equal(LogQueries.PageSize, all.Count);
        var next = await client.NextAsync($"{Path}?deed=test");
        var rest = (await client.PageAsync(next!)).QuerySelectorAll("tbody td code").Select(c => c.TextContent).Where(d => d.StartsWith("test.", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(0, LogQueries.PageSize + 7).Reverse().Select(n => $"test.deed.done{n}"), all.Concat(rest));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_export_is_lines_of_json_with_a_purpose_a_row_and_no_names(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var officer = await OfficerAsync(house);
        await house.NoteAsync(4);
        using var client = await house.SignedInAsync(officer);
        (string, string)[] form = [("id", $"{Guid.CreateVersion7()}"), ("purpose", "Lokien vienti valvomoon"), ("deed", "test")];

        using (var answer = await client.PostAsync($"{Path}/exports", form))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/jsonl", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.Equal(["test.deed.done0", "test.deed.done1", "test.deed.done2", "test.deed.done3"], lines.Select(l => l.GetProperty("deed").GetString()));
            Assert.Equal(("192.0.2.17", "Page", "Staff"), (lines[0].GetProperty("address").GetString(), lines[0].GetProperty("channel").GetString(), lines[0].GetProperty("population").GetString()));
            Assert.DoesNotContain(lines, l => l.GetRawText().Contains("Mäkelä", StringComparison.Ordinal));
        }

        using (var again = await client.PostAsync($"{Path}/exports", form)) Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var row = await house.ReadAsync(db => db.Set<LogExport>().AsNoTracking().SingleAsync());
        Assert.Equal((officer, 4), (row.By!.Value, row.Entries));
        Assert.EndsWith(".deed-test", row.Filter, StringComparison.Ordinal);
        Assert.Single(await house.AuditedAsync(), d => d == $"privacy.log.exported.{row.Filter}");
        Assert.Contains("Lokien vienti valvomoon", (await client.PageAsync($"{Path}/exports")).Body!.TextContent, StringComparison.Ordinal);

        // Without a purpose, without a match, by somebody else, or too often nothing leaves.
        using (var without = await client.PostAsync($"{Path}/exports", ("id", $"{Guid.CreateVersion7()}"), ("purpose", " "), ("deed", "test")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
            var page = await without.DocumentAsync();
            Assert.Contains(LogText.PurposeNeeded.Fi, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal("test", page.QuerySelector("#export input[name=deed]")!.GetAttribute("value"));
        }

        using (var nothing = await client.PostAsync($"{Path}/exports", ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Tarve"), ("deed", "none")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var staff = await house.SignedInAsync(await house.Town.StaffAsync("Uuno Utelias"));
        using (var forbidden = await staff.PostAsync($"{Path}/exports", ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Uteliaisuus"), ("deed", "test")))
            Assert.Equal(HttpStatusCode.NotFound, forbidden.StatusCode);
        for (var i = 1; i < LogExportActions.MostInHour; i++)
        {
            using var taken = await client.PostAsync($"{Path}/exports", ("id", $"{Guid.CreateVersion7()}"), ("purpose", $"Tarve {i}"), ("deed", "test"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using (var often = await client.PostAsync($"{Path}/exports", ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Tarve"), ("deed", "test")))
            Assert.Contains(LogText.TooOften.Fi, await often.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(LogExportActions.MostInHour, await house.ReadAsync(db => db.Set<LogExport>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_the_chain_has_shown_stands_on_the_page(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var client = await house.SignedInAsync(await OfficerAsync(house));
        await house.NoteAsync(2);
        await house.SealAsync();
        await house.VerifyAsync();
        Assert.Contains(LogText.Verified.Fi, (await client.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        File.Delete(house.Heads());
        await house.VerifyAsync();
        Assert.Contains(LogText.BrokenWhat.Fi, (await client.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<PersonId> OfficerAsync(TestHouse house)
    {
        var officer = await house.Town.StaffAsync("Teemu Turva");
        await house.EmpowerAsync(officer, AuthorityKind.SecurityOfficer);
        return officer;
    }

    private static async Task<List<string>> DeedsAsync(HttpClient client, string query) =>
        [.. (await client.PageAsync(Path + query)).QuerySelectorAll("tbody td:nth-of-type(2) code").Select(c => c.TextContent)];
}
