using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>GET /files/{id}/{rendition}, for every kind of visitor.</summary>
public sealed class DeliveryTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Members_get_the_bytes_and_to_all_others_the_file_is_absent_as_if_it_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (author, member, stranger) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"), await house.Town.StaffAsync("Börje Öhman"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Confidential, author, member);
        using var aino = await house.SignedInAsync(author);
        using var kai = await house.SignedInAsync(member);
        using var borje = await house.SignedInAsync(stranger);
        using var visitor = house.Visitor();
        var id = await aino.UploadedAsync(await Samples.PictureAsync(), "silta.jpg");
        await house.ReadyAsync();

        // Not attached yet: the sender's alone.
        Assert.Equal(HttpStatusCode.OK, (await aino.GetAsync($"/files/{id}/square.webp")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kai.GetAsync($"/files/{id}/square.webp")).StatusCode);

        await house.AttachedAsync(author, space, new FileInput(id, "Pyloni"));
        using var seen = await kai.GetAsync($"/files/{id}/w320.webp");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal("image/webp", seen.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", seen.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", seen.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", seen.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("private", seen.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False((await visitor.GetAsync($"/files/{id}/w320.webp")).IsSuccessStatusCode);

        using var forbidden = await borje.GetAsync($"/files/{id}/w320.webp");
        using var unknown = await borje.GetAsync($"/files/{FileId.New()}/w320.webp");
        Assert.Equal(HttpStatusCode.NotFound, forbidden.StatusCode);
        Assert.Equal(unknown.StatusCode, forbidden.StatusCode);
        Assert.Equal((await unknown.Content.ReadAsStringAsync()).Length, (await forbidden.Content.ReadAsStringAsync()).Length);
        Assert.Equal(NamesOf(unknown), NamesOf(forbidden));
        Assert.Equal(
            await house.Statements.DuringAsync(() => borje.GetAsync($"/files/{FileId.New()}/w320.webp")),
            await house.Statements.DuringAsync(() => borje.GetAsync($"/files/{id}/w320.webp")));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_statement_decides_and_what_the_browser_has_is_asked_for_again(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (author, member) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, author);
        await house.Town.JoinAsync(member, space.Members, (int)SpaceRole.Contributor);
        await house.ServeAsync();
        using var aino = await house.SignedInAsync(author);
        using var kai = await house.SignedInAsync(member);
        var id = await aino.UploadedAsync("Pöytäkirja 4/2026"u8.ToArray(), "Pöytäkirja.txt");
        await house.ReadyAsync();
        await house.AttachedAsync(author, space, new FileInput(id, ""));

        Assert.Equal(1, await house.Statements.DuringAsync(() => house.InAsync(
            (FileQueries files) => files.DeliveredAsync(id, "original", Actor.Of(author), default))));

        using var whole = await aino.GetAsync($"/files/{id}/original");
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Pöytäkirja.txt", whole.Content.Headers.ContentDisposition.FileNameStar);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}/original") { Headers = { Range = new RangeHeaderValue(0, 1) } };
        using var partial = await aino.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, partial.StatusCode);
        Assert.Equal("P\u00c3", System.Text.Encoding.Latin1.GetString(await partial.Content.ReadAsByteArrayAsync()));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}/original");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var same = await aino.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        await house.InAsync((FileActions files) => files.ShowFromAsync(Guid.Empty, house.Now, house.Now));
        await house.WriteAsync(db => db.Set<AttachedFile>().ExecuteUpdateAsync(set => set.SetProperty(f => f.VisibleUntil, house.Now)));
        using var late = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}/original");
        late.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var gone = await kai.SendAsync(late);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Out_of_its_time_a_file_is_open_to_its_author_and_to_stewards_while_they_are_in_the_space(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        PersonId[] people = [await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Sami Hautakangas"), await house.Town.StaffAsync("Kai Virta")];
        var (author, steward, member) = (people[0], people[1], people[2]);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, steward);
        foreach (var person in new[] { author, member }) await house.Town.JoinAsync(person, space.Members, (int)SpaceRole.Contributor, until: house.Now.AddHours(3));
        await house.ServeAsync();
        using var aino = await house.SignedInAsync(author);
        var id = await aino.UploadedAsync("hei"u8.ToArray(), "hei.txt");
        await house.ReadyAsync();
        var owner = Guid.CreateVersion7();
        await house.AttachAsync(owner, author, space, [new(id, "")], from: house.Now.AddHours(1), until: house.Now.AddHours(2));

        await AssertAsync(listed: false, author: true, steward: true, member: false);
        house.Clock.Move(TimeSpan.FromMinutes(61));
        await AssertAsync(listed: true, author: true, steward: true, member: true);
        house.Clock.Move(TimeSpan.FromMinutes(61));
        await AssertAsync(listed: false, author: true, steward: true, member: false);
        house.Clock.Move(TimeSpan.FromMinutes(61));
        await AssertAsync(listed: false, author: false, steward: true, member: false);

        async Task AssertAsync(bool listed, bool author, bool steward, bool member)
        {
            Assert.Equal(listed, (await house.FilesAsync(owner, people[1])).Count > 0);
            foreach (var (person, expected) in people.Zip([author, steward, member]))
            {
                using var client = await house.SignedInAsync(person);
                Assert.Equal(expected ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/files/{id}/original")).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Malware_bare_and_packed_reaches_nobody_and_its_sender_is_told_why()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await (await TestHouse.OpenAsync("sqlite", clamd.Settings())).ServeAsync();
        var (author, member) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, author, member);
        using var aino = await house.SignedInAsync(author);
        var bare = await aino.UploadedAsync(Clamd.Eicar, "lasku.txt");
        var packed = await aino.UploadedAsync(Samples.Zip("eicar.com", Clamd.Eicar), "lasku.zip");
        var owner = await house.AttachedAsync(author, space, new FileInput(bare, ""), new FileInput(packed, ""));

        foreach (var scanned in new[] { false, true })
        {
            if (scanned) await house.ReadyAsync();
            foreach (var id in new[] { bare, packed })
            {
                foreach (var person in new[] { author, member })
                {
                    using var client = await house.SignedInAsync(person);
                    Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/files/{id}/original")).StatusCode);
                }
            }
        }

        Assert.All(await house.FilesAsync(owner, author), f => Assert.Equal((FileState.Blocked, true), (f.State, f.Mine)));
        Assert.StartsWith("Tiedostosta löytyi haittaohjelma (Eicar-Test-Sig", (await house.FilesAsync(owner, author))[0].Why.Fi, StringComparison.Ordinal);
        Assert.All(await house.FilesAsync(owner, member), f => Assert.False(f.Mine));
        Assert.Equal(2, (await house.AuditedAsync()).Count(d => d == "files.file.blocked"));
        Assert.Empty(house.BlobFiles());
    }

    private static List<string> NamesOf(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).Where(h => h != "Date").Order(StringComparer.Ordinal)];
}
