using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Server;
using Tupa.Spaces;

namespace Tupa.Bench;

/// <summary>What erasing takes in a filled house; where the house is too large to rewrite the files of its database twice, a night with nothing to do alone.</summary>
/// <param name="NothingDue">A night with nothing to do, in milliseconds: the middle of twenty.</param>
/// <param name="One">A person with a thousand files, rows and bytes, in milliseconds: the middle of five, in a process that has erased somebody before.</param>
/// <param name="OneWhole">The same until no trace is left in the files of the database, in milliseconds.</param>
/// <param name="Many">A thousand people with a hundred things each, in seconds.</param>
/// <param name="ManyWhole">The same until no trace is left.</param>
/// <param name="First">As <paramref name="One"/>, in a process that has just begun: it builds the hundred statements of an erasure, and much else, for the first time.</param>
internal sealed record Erasures(double NothingDue, double? One, double? OneWhole, int People, int Things, double? Many, double? ManyWhole, double? First = null);

/// <summary>Erases people in a filled house, from another process: those who are due by nature are gone first.</summary>
internal sealed class Erasing(Settings settings)
{
    private const int Files = 1_000;
    private const int People = 1_000;
    private const int Each = 100;

    /// <param name="removals">False for the nights with nothing to do alone.</param>
    public async Task<Erasures> AllAsync(bool removals, CancellationToken stop)
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await RunAsync(services, stop);
        var nothing = new List<double>();
        for (var i = 0; i < 20; i++) nothing.Add((await RunAsync(services, stop)).Whole);

        var middle = nothing.Order().ElementAt(10);
        if (!removals)
        {
            Round.Say($"erasure: nothing due {middle:0.0} ms");
            return new(middle, null, null, 0, 0, null, null);
        }

        var (spaces, space) = await SpacesAsync(services, stop);
        var ones = new List<(double Rows, double Whole)>();
        for (var i = 0; i < 6; i++)
        {
            await using (var scope = services.CreateAsyncScope()) await OneAsync(scope.ServiceProvider, space, stop);
            ones.Add(await RunAsync(services, stop));
        }

        var one = ones.Skip(1).OrderBy(o => o.Rows).ElementAt(2);
        for (var done = 0; done < People; done += 20)
        {
            await using var scope = services.CreateAsyncScope();
            await ManyAsync(scope.ServiceProvider, spaces, 20, stop);
        }

        var many = await RunAsync(services, stop);
        var found = new Erasures(middle, one.Rows, one.Whole, People, People * Each, many.Rows / 1000, many.Whole / 1000, ones[0].Rows);
        Round.Say($"erasure: nothing due {found.NothingDue:0.0} ms; one with {Files} files {found.One:0} ms, without a trace {found.OneWhole:0} ms, the first of the process {found.First:0} ms; {People} people with {found.Things} things {found.Many:0.0} s, without a trace {found.ManyWhole:0.0} s");
        return found;
    }

    /// <summary>Somebody who is here, with so many things: half of them posts, the others comments and files.</summary>
    public static async Task<PersonId> FullAsync(ServiceProvider services, int things, CancellationToken stop)
    {
        var (_, space) = await SpacesAsync(services, stop);
        await using var scope = services.CreateAsyncScope();
        var (db, bulk, now) = (scope.ServiceProvider.GetRequiredService<TupaDb>(), scope.ServiceProvider.GetRequiredService<IBulk>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        var (gone, card, words) = Leaver(now);
        var person = new Person { Id = gone.Id, CreatedAt = now, SortKey = gone.SortKey };
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await bulk.InsertAsync(db, [person], stop);
            await bulk.InsertAsync(db, [card], stop);
            await bulk.InsertAsync(db, words, stop);
            var posts = Enumerable.Range(0, things / 2).Select(_ => Post(person.Id, space, now)).ToList();
            await bulk.InsertAsync(db, posts, stop);
            await bulk.InsertAsync(db, posts.Take(things / 4).Select(p => Comment(p, now)), stop);
            var blobs = await BlobsAsync(scope.ServiceProvider, now, things / 4, stop);
            await bulk.InsertAsync(db, blobs, stop);
            await bulk.InsertAsync(db, blobs.Select(b => new Rendition { Blob = b.Id, Name = Rendition.Original, Sha256 = b.Sha256, Bytes = b.Bytes, Type = b.Type }), stop);
            await bulk.InsertAsync(db, blobs.Select(b => new Upload { Id = FileId.New(), Blob = b.Id, Person = person.Id, Name = "liite.txt", At = now }), stop);
            return true;
        }, stop);
        return person.Id;
    }

    /// <summary>As the night does it; how long until the last person was gone, and until the last byte was.</summary>
    private static async Task<(double Rows, double Whole)> RunAsync(ServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var rows = 0.0;
        await scope.ServiceProvider.GetRequiredService<ErasureRun>().RunAsync(ErasureCause.Command, _ => rows = watch.Elapsed.TotalMilliseconds, stop);
        return (rows, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task<(List<(SpaceId Space, AudienceId Audience)> Some, (SpaceId Space, AudienceId Audience) One)> SpacesAsync(ServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var some = (await scope.ServiceProvider.GetRequiredService<TupaDb>().Set<Space>().OrderBy(s => s.Id).Take(50).Select(s => new { s.Id, s.Audience }).ToListAsync(stop))
            .ConvertAll(s => (s.Id, s.Audience));
        return (some, some[0]);
    }

    private static async Task OneAsync(IServiceProvider services, (SpaceId Space, AudienceId Audience) place, CancellationToken stop)
    {
        var (db, bulk) = (services.GetRequiredService<TupaDb>(), services.GetRequiredService<IBulk>());
        var (person, card, words) = Leaver(services.GetRequiredService<TimeProvider>().UtcNow());
        var blobs = await BlobsAsync(services, person.CreatedAt, Files, stop);
        await services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await bulk.InsertAsync(db, [person], stop);
            await bulk.InsertAsync(db, [card], stop);
            await bulk.InsertAsync(db, words, stop);
            await bulk.InsertAsync(db, blobs, stop);
            await bulk.InsertAsync(db, blobs.Select(b => new Rendition { Blob = b.Id, Name = Rendition.Original, Sha256 = b.Sha256, Bytes = b.Bytes, Type = b.Type }), stop);

            // Half stays with its space and loses its author, half goes with the person.
            await bulk.InsertAsync(db, blobs.Take(Files / 2).Select((b, n) => Attached(b, person.Id, place, n)), stop);
            await bulk.InsertAsync(db, blobs.Skip(Files / 2).Select(b => new Upload { Id = FileId.New(), Blob = b.Id, Person = person.Id, Name = "liite.txt", At = person.CreatedAt }), stop);
            return true;
        }, stop);
    }

    /// <summary>Bytes in the store, and the rows that speak of them.</summary>
    private static async Task<List<Blob>> BlobsAsync(IServiceProvider services, DateTime at, int number, CancellationToken stop)
    {
        var store = services.GetRequiredService<BlobsSettings>().Folder;
        var blobs = new List<Blob>();
        for (var i = 0; i < number; i++)
        {
            var bytes = RandomNumberGenerator.GetBytes(2_000);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var path = Path.Combine(store, sha256[..2], sha256[2..4], sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, stop);
            blobs.Add(new() { Id = BlobId.New(), Sha256 = sha256, Bytes = bytes.Length, Kind = MediaKind.Other, Type = "text/plain", ReceivedAt = at, TouchedAt = at, State = BlobState.Clean, Media = MediaState.Ready });
        }

        return blobs;
    }

    private static Task ManyAsync(IServiceProvider services, List<(SpaceId Space, AudienceId Audience)> spaces, int people, CancellationToken stop)
    {
        var (db, bulk) = (services.GetRequiredService<TupaDb>(), services.GetRequiredService<IBulk>());
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        return services.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            var leavers = Enumerable.Range(0, people).Select(_ => Leaver(now)).ToList();
            await bulk.InsertAsync(db, leavers.Select(l => l.Person), stop);
            await bulk.InsertAsync(db, leavers.Select(l => l.Card), stop);
            await bulk.InsertAsync(db, leavers.SelectMany(l => l.Words), stop);
            var posts = leavers.SelectMany((l, i) => Enumerable.Range(0, Each / 4).Select(n => Post(l.Person.Id, spaces[(i + n) % spaces.Count], now))).ToList();
            await bulk.InsertAsync(db, posts, stop);
            await bulk.InsertAsync(db, posts.Select(p => Comment(p, now)), stop);
            await bulk.InsertAsync(db, posts.Select(p => new Reaction { Post = p.Id, Person = p.Author!.Value, Kind = ReactionKind.Idea, At = now }), stop);
            await bulk.InsertAsync(db, posts.Select(p => new Confirmation { Post = p.Id, Person = p.Author!.Value, At = now }), stop);
            return true;
        }, stop);
    }

    private static (Person Person, CardA Card, List<NameWord> Words) Leaver(DateTime now)
    {
        var ended = now.AddDays(-250);
        var id = PersonId.New();
        var (given, family) = ("Lähtijä", $"Poistuva-{id.Value.ToString("n")[^6..]}");
        return (
            new() { Id = id, CreatedAt = now, UsedUntil = ended, SortKey = PersonNaming.SortKey(given, family) },
            new() { Person = id, GivenName = given, FamilyName = family, Organisation = "Kaupunki", UserId = $"lahti.{id.Value:n}", HiddenAt = ended },
            [.. PersonNaming.Words(id, given, family)]);
    }

    private static Post Post(PersonId author, (SpaceId Space, AudienceId Audience) place, DateTime now)
    {
        var post = new Post { Id = PostId.New(), Audience = place.Audience, Space = place.Space, Author = author, PublishedAt = now, Announced = true };
        post.Write("Asia", $"Tästä on puhuttu. {new string('x', 400)}", now, Helsinki.Never);
        return post;
    }

    private static Comment Comment(Post post, DateTime now)
    {
        var id = CommentId.New();
        var comment = new Comment { Id = id, Post = post.Id, Thread = id, ThreadAt = now, At = now, Author = post.Author };
        comment.Say("Kiitos, tämä oli tarpeen.");
        return comment;
    }

    private static AttachedFile Attached(Blob blob, PersonId author, (SpaceId Space, AudienceId Audience) place, int ordinal) => new()
    {
        Id = FileId.New(),
        Blob = blob.Id,
        Owner = Guid.CreateVersion7(),
        Audience = place.Audience,
        Space = place.Space,
        Author = author,
        Name = "liite.txt",
        Alt = "",
        Ordinal = ordinal,
        VisibleFrom = blob.ReceivedAt,
        VisibleUntil = Helsinki.Never,
    };
}
