using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Take my data (GDPR, articles 15 and 20): what is in the package, who gets it, and for how long.</summary>
public sealed class TakeAwayTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_package_holds_a_row_from_every_room_that_holds_one_and_says_it_thrice(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, package) = await FullAsync(house);

        Assert.Empty(await MissingAsync(house, aino, package));

        // JSON and CSV say the same, and the page has each of them.
        var page = Encoding.UTF8.GetString(package["index.html"]);
        foreach (var (name, bytes) in package.Where(p => p.Key.EndsWith(".json", StringComparison.Ordinal) && p.Key.StartsWith("data/", StringComparison.Ordinal)))
        {
            var rows = JsonSerializer.Deserialize<List<Dictionary<string, string?>>>(bytes)!;
            var csv = Encoding.UTF8.GetString(package[Path.ChangeExtension(name, ".csv")]);
            Assert.StartsWith("\uFEFF\"", csv, StringComparison.Ordinal);
            var columns = csv[1..csv.IndexOf("\r\n", StringComparison.Ordinal)].Split(';').Select(c => c.Trim('"')).ToList();
            Assert.Equal(rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
            Assert.All(columns, c => Assert.True(PackageColumns.IsKnown(c), $"{name}: {c} has no name for people"));
            Assert.Contains($"id=\"{Path.GetFileNameWithoutExtension(name)}\"", page, StringComparison.Ordinal);
        }

        // Nobody else stands in it, but where the person wrote so.
        Assert.DoesNotContain("Öhman", string.Concat(package.Where(p => !p.Key.StartsWith("files/", StringComparison.Ordinal)).Select(p => Encoding.UTF8.GetString(p.Value))), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_room_that_keeps_silent_is_missed(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database, more: services => services.Decorate())).ServeAsync();
        var (aino, package) = await FullAsync(house);

        Assert.Equal(["posts"], await MissingAsync(house, aino, package));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_page_is_read_without_network_or_script_and_a_cell_is_no_formula(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await PostTown.OpenAsync(house);
        await town.PostAsync(town.Writer, "=HYPERLINK(\"x\")", "Rivi \"yksi\"\nja <script>alert(1)</script>");
        using var noora = await house.SignedInAsync(town.Writer, language: "sv");
        await noora.OrderAsync();
        await house.MakeAsync();
        var package = TakeAwayTown.Unpacked(await noora.FetchAsync());

        var page = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(package["index.html"]));
        Assert.Equal("sv", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(PackageText.Title.Sv, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe"));
        Assert.DoesNotContain("http", Encoding.UTF8.GetString(package["index.html"]), StringComparison.Ordinal);
        var rooms = await house.InAsync((IEnumerable<IPersonalData> all) => Task.FromResult(all.Select(r => r.Description.Sv).ToList()));
        Assert.All(rooms, r => Assert.Contains(r, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains("ja <script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a[href^='data/'], a[href^='files/']"), a => Assert.Contains(Uri.UnescapeDataString(a.GetAttribute("href")!), package.Keys));

        var csv = Encoding.UTF8.GetString(package["data/posts_posts.csv"]);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"Rivi \"\"yksi\"\"\nja", csv, StringComparison.Ordinal);
        Assert.Equal("=HYPERLINK(\"x\")", JsonSerializer.Deserialize<List<Dictionary<string, string?>>>(package["data/posts_posts.json"])!.Single()["title"]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_digest_of_the_manifest_is_right_and_nothing_stands_beside_it(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (_, package) = await FullAsync(house);
        using var manifest = JsonDocument.Parse(package["manifest.json"]);
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => (Bytes: f.GetProperty("bytes").GetInt64(), Sha256: f.GetProperty("sha256").GetString()));

        Assert.Equal(package.Keys.Except(["manifest.json"]).Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal((package[f.Key].LongLength, Convert.ToHexStringLower(SHA256.HashData(package[f.Key]))), f.Value));
        Assert.Equal("Europe/Helsinki", manifest.RootElement.GetProperty("timeZone").GetString());
        Assert.Equal("0.1.0", manifest.RootElement.GetProperty("version").GetString());
        Assert.Equal(house.Now, manifest.RootElement.GetProperty("made").GetDateTime(), TimeSpan.FromMinutes(5));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Files_come_along_as_they_are_kept_once_checked_and_only_those_one_may_open(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, borje);
        await house.Town.JoinAsync(aino, space.Members, (int)SpaceRole.Contributor);
        var left = await house.Town.SpaceAsync("Entinen", Confidentiality.Members, borje);
        await house.Town.JoinAsync(aino, left.Members, (int)SpaceRole.Contributor, house.Now.AddHours(1));
        using var own = await house.SignedInAsync(aino);
        using var others = await house.SignedInAsync(borje);
        var (picture, one, two) = (await own.UploadedAsync(await Samples.PictureAsync(), "silta.heic"), await own.UploadedAsync("Yksi"u8.ToArray(), "Pöytäkirja.txt"), await own.UploadedAsync("Kaksi"u8.ToArray(), "pöytäkirja.txt"));
        var (loose, inLeft, foreign) = (await own.UploadedAsync("Kolme"u8.ToArray(), "CON.txt"), await own.UploadedAsync("Neljä"u8.ToArray(), "entinen.txt"), await others.UploadedAsync("Muun"u8.ToArray(), "muun.txt"));
        await house.ReadyAsync();
        await house.AttachedAsync(aino, space, new FileInput(picture, "Silta"), new FileInput(one, ""), new FileInput(two, ""));
        await house.AttachedAsync(aino, left, new FileInput(inLeft, ""));
        await house.AttachedAsync(borje, space, new FileInput(foreign, ""));
        house.Clock.Move(TimeSpan.FromHours(2));

        // Sent a moment ago and not looked at yet.
        await own.UploadedAsync("Viisi"u8.ToArray(), "tarkastamaton.txt");
        await own.OrderAsync();
        await house.MakeAsync();
        var package = TakeAwayTown.Unpacked(await own.FetchAsync());
        var files = package.Where(p => p.Key.StartsWith("files/", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

        Assert.Equal(["files/Pöytäkirja.txt", "files/_CON.txt", "files/pöytäkirja (2).txt", "files/silta.jpg"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Yksi", Encoding.UTF8.GetString(files["files/Pöytäkirja.txt"]));
        Assert.Equal("Kaksi", Encoding.UTF8.GetString(files["files/pöytäkirja (2).txt"]));
        Assert.Equal("Kolme", Encoding.UTF8.GetString(files["files/_CON.txt"]));
        Assert.Equal(await own.GetByteArrayAsync($"/files/{picture}/original"), files["files/silta.jpg"]);

        // That there is such a file is said all the same.
        Assert.Contains("entinen.txt", Encoding.UTF8.GetString(package["data/files_files.json"]), StringComparison.Ordinal);
        Assert.NotEqual(default, loose);
    }

    [Theory]
    [InlineData("../../etc/passwd", "text/plain", "passwd")]
    [InlineData("a\\b\\kuva.png", "image/jpeg", "kuva.jpg")]
    [InlineData("nul.txt", "text/plain", "_nul.txt")]
    [InlineData("", "text/plain", "_")]
    [InlineData("...", "text/plain", "_")]
    [InlineData("kuva\u202egnp.exe", "text/plain", "kuvagnp.exe")]
    [InlineData("a:b*c?.txt ", "text/plain", "abc.txt")]
    [InlineData("elokuva.mov", "video/mp4", "elokuva.mp4")]
    public void A_name_in_a_package_is_safe(string name, string type, string safe) =>
        Assert.Equal(safe, new PackageNames().Next(new(name, new() { Blob = Blobs.BlobId.New(), Name = "original", Sha256 = "", Bytes = 0, Type = type })));

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task It_is_told_of_fetched_by_its_person_alone_noted_and_kept_by_no_cache(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        using var own = await house.SignedInAsync(aino, gates: false);
        using var other = await house.SignedInAsync(borje);
        using var visitor = house.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        var id = await own.OrderAsync();
        Assert.Equal(HttpStatusCode.NotFound, await own.FetchedAsync());
        Assert.Contains(TakeAwayText.Of(TakeAwayState.Waiting).Fi, (await own.PageAsync("/me/take-away")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new JobReport(Counted: 1, Changed: 1), await house.MakeAsync());

        using var answer = await own.GetAsync("/me/take-away/package");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, await other.FetchedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/me/take-away/end", ("id", $"{id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/me/take-away", ("id", $"{id}"))).StatusCode);
        Assert.False((await visitor.GetAsync("/me/take-away/package")).IsSuccessStatusCode);

        var deeds = (await house.AuditedAsync()).Where(d => d.StartsWith("privacy.take-away", StringComparison.Ordinal)).ToList();
        Assert.Equal(["privacy.take-away.ordered", "privacy.take-away.made", "privacy.take-away.fetched", "privacy.take-away.remove refused", "privacy.take-away.order refused"], deeds);
        using var gated = await house.SignedInAsync(aino);
        var inbox = await gated.PageAsync("/notifications");
        Assert.Contains("Omien tietojesi paketti on valmis", inbox.Body!.TextContent, StringComparison.Ordinal);
        using var opened = await gated.GetAsync(inbox.QuerySelector("ul.notices a")!.GetAttribute("href"));
        Assert.Equal("/me/take-away", opened.Headers.Location!.ToString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_download_that_broke_off_goes_on_where_it_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var own = await house.SignedInAsync(await house.Town.StaffAsync("Aino Mäkelä"));
        await own.OrderAsync();
        await house.MakeAsync();
        using var whole = await own.GetAsync("/me/take-away/package");
        var bytes = await whole.Content.ReadAsByteArrayAsync();

        using var rest = new HttpRequestMessage(HttpMethod.Get, "/me/take-away/package") { Headers = { Range = new RangeHeaderValue(100, null), IfRange = new(whole.Headers.ETag!) } };
        using var resumed = await own.SendAsync(rest);
        Assert.Equal(HttpStatusCode.PartialContent, resumed.StatusCode);
        Assert.Equal(bytes[100..], await resumed.Content.ReadAsByteArrayAsync());

        // Another package since: it begins anew, and no half of the one is put to half of the other.
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostAsync("/me/take-away/end", ("id", $"{(await house.TakeAwayOfAsync(await MeAsync(house)))!.Id}"))).StatusCode);
        await own.OrderAsync();
        await house.MakeAsync();
        using var stale = new HttpRequestMessage(HttpMethod.Get, "/me/take-away/package") { Headers = { Range = new RangeHeaderValue(100, null), IfRange = new(whole.Headers.ETag!) } };
        using var anew = await own.SendAsync(stale);
        Assert.Equal(HttpStatusCode.OK, anew.StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_at_a_time_and_a_new_one_after_a_day_or_once_the_last_is_deleted(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var own = await house.SignedInAsync(aino);
        var first = await own.OrderAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostAsync("/me/take-away", ("id", $"{first}"))).StatusCode);
        await RefusedAsync("Pakettia kootaan jo");
        await house.MakeAsync();
        await RefusedAsync("Pakettisi on jo valmis");
        Assert.Equal(first, (await house.TakeAwayOfAsync(aino))!.Id);

        Assert.Equal(HttpStatusCode.SeeOther, (await own.PostAsync("/me/take-away/end", ("id", $"{first}"))).StatusCode);
        Assert.Empty(house.TakeAwayFiles());
        var second = await own.OrderAsync();
        await house.MakeAsync();
        house.Clock.Move(TimeSpan.FromHours(25));
        using var again = await house.SignedInAsync(aino);
        Assert.NotEqual(second, await again.OrderAsync());
        Assert.Empty(house.TakeAwayFiles());
        await house.MakeAsync();
        Assert.Equal(HttpStatusCode.OK, await again.FetchedAsync());

        async Task RefusedAsync(string why)
        {
            using var answer = await own.PostAsync("/me/take-away", ("id", $"{TakeAwayId.New()}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(why, (await answer.DocumentAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_pupil_reads_words_for_a_child(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", Register.UnitKind.School, await house.Town.CityAsync(), "03764");
        using var pupil = await house.SignedInAsync(await house.Town.PupilAsync("Oona Oppilas", school, await house.Town.GroupAsync("7B", Register.GroupKind.Class, school)));

        var page = (await pupil.PageAsync("/me/take-away")).Body!.TextContent;
        Assert.Contains(TakeAwayText.PupilLead.Fi, page, StringComparison.Ordinal);
        Assert.Contains(TakeAwayText.PupilNotIn.Fi, page, StringComparison.Ordinal);
        Assert.DoesNotContain(TakeAwayText.Lead.Fi, page, StringComparison.Ordinal);
        Assert.NotNull((await pupil.PageAsync("/me")).QuerySelector("a[href='/me/take-away']"));
        await pupil.OrderAsync();
        await house.MakeAsync();
        Assert.Contains("Oona", Encoding.UTF8.GetString(TakeAwayTown.Unpacked(await pupil.FetchAsync())["data/register_cards_b.json"]), StringComparison.Ordinal);
    }

    /// <summary>A person in whose name a row stands in every column there is, with a file, and the package of it all.</summary>
    private static async Task<(PersonId Person, IReadOnlyDictionary<string, byte[]> Package)> FullAsync(TestHouse house)
    {
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, borje);
        await house.Town.JoinAsync(aino, space.Members, (int)SpaceRole.Contributor);
        using var own = await house.SignedInAsync(aino);
        var file = await own.UploadedAsync("Muistio"u8.ToArray(), "muistio.txt");
        await house.ReadyAsync();
        await house.AttachedAsync(aino, space, new FileInput(file, ""));
        await own.OrderAsync();

        var rows = new PersonRows(house, borje, space);
        foreach (var column in await rows.ColumnsAsync())
        {
            if (!await rows.HasAsync(column, aino)) await rows.AddAsync(column, aino);
        }

        Assert.Equal(new JobReport(Counted: 1, Changed: 1), await house.MakeAsync());

        // Among the rows is one by which a source has put the person out, so nobody could fetch it at the door.
        return (aino, TakeAwayTown.Unpacked(await File.ReadAllBytesAsync(Assert.Single(house.TakeAwayFiles()))));
    }

    /// <summary>The rooms that hold something of the person, and of whom no row is in the package.</summary>
    private static async Task<List<string>> MissingAsync(TestHouse house, PersonId person, IReadOnlyDictionary<string, byte[]> package)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var missing = new List<string>();
        var holding = 0;
        foreach (var room in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            if (await room.RemainingAsync(person, default) == 0) continue;
            holding++;
            if (!room.Tables.Any(t => package.TryGetValue($"data/{t}.json", out var json) && JsonSerializer.Deserialize<List<Dictionary<string, string?>>>(json)!.Count > 0)) missing.Add(room.Tables[0].Split('_')[0]);
        }

        Assert.True(holding >= 8, $"{holding} rooms hold something: the person is not full");
        return missing;
    }

    private static Task<PersonId> MeAsync(TestHouse house) => house.ReadAsync(db => Task.FromResult(db.Set<TakeAway>().Select(t => t.Person).Single()));
}

/// <summary>Lets the room of posts keep silent.</summary>
internal static class Muting
{
    public static void Decorate(this IServiceCollection services)
    {
        var posts = services.Single(s => s.ServiceType == typeof(IPersonalData) && s.ImplementationType == typeof(Posts.PostsPersonalData));
        var at = services.IndexOf(posts);
        services[at] = ServiceDescriptor.Scoped<IPersonalData>(p => new Silent(ActivatorUtilities.CreateInstance<Posts.PostsPersonalData>(p)));
    }

    private sealed class Silent(IPersonalData room) : IPersonalData
    {
        public IReadOnlyList<string> Tables => room.Tables;

        public Text Description => room.Description;

        public IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, CancellationToken stop) => AsyncEnumerable.Empty<PersonalRow>();

        public Task<int> EraseAsync(PersonId person, CancellationToken stop) => room.EraseAsync(person, stop);

        public Task<int> RemainingAsync(PersonId person, CancellationToken stop) => room.RemainingAsync(person, stop);
    }
}
