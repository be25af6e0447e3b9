using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/register/sources, /register/sources/{source} and /register/batches/{id}</summary>
public sealed class FeedPagesTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, "", FeedText.Sources.Fi),
        new(Guest.Teacher, 404, "", FeedText.Sources.Fi),
        new(Guest.Pupil, 404, "", FeedText.Sources.Fi),
        new(Guest.Partner, 404, "", FeedText.Sources.Fi),
        new(Guest.Elected, 404, "", FeedText.Sources.Fi),
        new(Guest.Steward, 404, "", FeedText.Sources.Fi),
        new(Guest.Administrator, 200, FeedText.Sources.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_those_who_have_to_do_with_sources_see_them(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register/sources", status, shows, hides);

    [Theory, MemberData(nameof(Answers))]
    public Task A_source_is_shown_to_the_same_with_who_is_heard_first(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register/sources/Supervisors", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_steward_sends_a_file_sees_the_diff_and_applies_it(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var steward = await BrowserAsync(town, await town.StewardAsync("Aino Mäki"));
        using var stranger = await BrowserAsync(town, await town.StewardAsync("Kai Virta", Source.Ldap));

        using var sent = await SendAsync(steward, new(town.Many(60)), TestReader.FormatOf(Source.Supervisors, ""));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        Assert.Contains(FeedText.Of(BatchState.Received).Fi, (await steward.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        await town.House.RunJobsAsync();

        var page = await steward.PageAsync(address);
        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Nimi0 Suku0", page.Body!.TextContent, StringComparison.Ordinal);
        var more = await steward.PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(10, more.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("register.batch.viewed", await town.House.AuditedAsync());

        // Whoever looks after another source sees that it is there, and nobody in it.
        Assert.DoesNotContain("Suku0", (await stranger.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        using var refused = await stranger.PostAsync($"{address}/approval", ("reason", "Hyvä"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        using var approved = await steward.PostAsync($"{address}/approval", ("reason", ""));
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        await town.House.RunJobsAsync();
        Assert.Contains(FeedText.Of(BatchState.Applied).Fi, (await steward.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(60, await town.House.ReadAsync(db => db.Set<SourceRecord>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_cannot_be_taken_is_refused_with_a_reason_and_leaves_no_file(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var steward = await BrowserAsync(town, await town.StewardAsync("Aino Mäki"));
        using var staff = await town.House.SignedInAsync(await town.House.Town.StaffAsync("Börje Berg"));

        using var unknown = await SendAsync(steward, new([]), "excel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        using var others = await SendAsync(steward, new([]), TestReader.FormatOf(Source.Ldap, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);
        using var nobodys = await SendAsync(staff, new([]), TestReader.FormatOf(Source.Supervisors, ""));
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);

        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<Batch>().CountAsync()));
        var folder = Path.Combine(town.House.Folder, "blobs", "incoming", "feeds");
        Assert.Empty(Directory.Exists(folder) ? Directory.GetFiles(folder) : []);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_correction_is_asked_for_on_the_own_page_and_answered_on_the_page_of_the_source(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.ServeAsync();
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki")]));
        using var person = await town.House.SignedInAsync((await town.RecordAsync("a")).Person!.Value);
        using var steward = await BrowserAsync(town, await town.StewardAsync("Eero Lahti"));

        var form = (await person.PageAsync("/me")).QuerySelector("form[action='/me/corrections']")!;
        var id = form.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        using var empty = await person.PostAsync("/me/corrections", ("id", id), ("which", "A.organisation"), ("said", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var asked = await person.PostAsync("/me/corrections", ("id", id), ("which", "A.organisation"), ("said", "Olen uimahallissa"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);

        Assert.Contains("Olen uimahallissa", (await steward.PageAsync("/register/sources/Supervisors?show=corrections")).Body!.TextContent, StringComparison.Ordinal);
        using var answered = await steward.PostAsync($"/register/corrections/{id}/answer", ("source", "Supervisors"), ("deed", "correct"), ("value", "Uimahalli"), ("answer", "Kiitos!"));
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Contains("Uimahalli", (await person.PageAsync("/me")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kiitos!", (await person.PageAsync("/me/corrections")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_first_rows_of_a_file_are_shown_with_their_columns_and_nothing_of_it_is_kept(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var steward = await BrowserAsync(town, await town.StewardAsync("Aino Mäki", Source.Schools));
        using var stranger = await BrowserAsync(town, await town.StewardAsync("Kai Virta", Source.Ldap));
        var csv = "Oppilaitostunnus;Koulu;Luokka;Sukunimi;Kutsumanimi;Käyttäjätunnus;Sähköposti;Opetusryhmät;Hetu;Avain\n03764;Salmen koulu;7B;Mäkelä;Aino;aino.makela;aino@edu.fi;MA7;EI-SAA-LUKEA;101\n";

        using var shown = await PreviewAsync(steward, csv, "primus-oppilaat");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var page = await shown.DocumentAsync();
        Assert.Contains("Mäkelä", page.QuerySelector("#rows tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(FieldText.InstitutionCode.Fi, page.QuerySelector("#rows thead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(FeedText.NotRead.Fi, page.QuerySelector("#rows thead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("EI-SAA-LUKEA", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(town.House.Folder, "*", SearchOption.AllDirectories), f => f.Contains("feeds", StringComparison.Ordinal));
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<Batch>().CountAsync()));
        Assert.Contains("register.preview.viewed", await town.House.AuditedAsync());

        using var other = await PreviewAsync(stranger, csv, "primus-oppilaat");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.DoesNotContain("Mäkelä", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unable = await PreviewAsync(steward, csv, "oneroster");
        Assert.Contains(FeedText.NoPreview.Fi, (await unable.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PreviewAsync(HttpClient browser, string csv, string format)
    {
        using var form = new MultipartFormDataContent { { new StringContent(format), "format" } };
        form.Add(new StringContent(csv), "file", "oppilaat.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register/previews") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }

    private static async Task<HttpClient> BrowserAsync(FeedTown town, Actor who)
    {
        await town.House.WriteAsync(db =>
        {
            db.Add(new Factor { Person = who.Person!.Value, Sealed = [1], ConfirmedAt = town.House.Now, CreatedAt = town.House.Now });
            return Task.CompletedTask;
        });
        return await town.House.SignedInAsync(who.Person!.Value);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, TestFeed feed, string format)
    {
        using var form = new MultipartFormDataContent { { new StringContent(format), "format" } };
        var file = new ByteArrayContent(TestReader.Write(feed));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "file", "people.json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/register/batches") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await browser.SendAsync(request);
    }
}
