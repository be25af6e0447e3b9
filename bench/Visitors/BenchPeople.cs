using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;
using Tupa.Spaces;

namespace Tupa.Bench;

/// <summary>Somebody the bench signs in as.</summary>
/// <param name="Audiences">That the person is in by more than being staff: what home is made of.</param>
internal sealed record BenchPerson(Guid Person, int Audiences);

/// <summary>Who the bench is, in one filled house; kept beside it.</summary>
/// <param name="Few">Two audiences.</param>
/// <param name="Some">Forty; this one also reads, searches, publishes and comments.</param>
/// <param name="Many">Six hundred.</param>
/// <param name="UserIds">Staff without a second step, to sign in.</param>
/// <param name="Space">Where <paramref name="Some"/> publishes.</param>
/// <param name="Posts">That are commented on.</param>
/// <param name="Profiles">That are looked at.</param>
internal sealed record BenchPeople(
    BenchPerson Few, BenchPerson Some, BenchPerson Many, IReadOnlyList<string> UserIds, Guid Space, IReadOnlyList<Guid> Posts, IReadOnlyList<Guid> Profiles)
{
    public const string Password = "penkki-on-pitka-ja-leveä";

    public IEnumerable<BenchPerson> All => [Few, Some, Many];

    /// <summary>Finds them, or makes them where the house has none yet.</summary>
    public static async Task<BenchPeople> OfAsync(BenchOrder order, Settings settings, CancellationToken stop)
    {
        var file = Path.Combine(order.HouseFolder, "bench.json");
        if (File.Exists(file)) return JsonSerializer.Deserialize<BenchPeople>(await File.ReadAllTextAsync(file, stop))!;

        await using var services = Composition.Services(settings).AddScoped(provider => new PeopleMaker(provider)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<PeopleMaker>().MakeAsync(stop);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made), stop);
        return made;
    }

    /// <summary>A new session for each of the three, as rows; signing in itself is measured apart.</summary>
    public async Task<Dictionary<Guid, string>> SignInAsync(Settings settings, CancellationToken stop)
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
        var secrets = All.ToDictionary(p => p.Person, _ => Secrets.New());
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(() =>
        {
            db.AddRange(secrets.Select(s => new Session
            {
                Id = SessionId.New(),
                Person = new(s.Key),
                TokenHash = Secrets.Hash(s.Value),
                StartedAt = now,
                SeenAt = now,
                UntilUtc = now + Session.Longest,
                IdleUntil = now + Session.Longest,
                Shared = false,
                Pending = false,
                Device = "Chromium, Linux",
            }));
            return Task.FromResult(true);
        }, stop);
        return secrets;
    }
}

/// <summary>Makes the three persons and what they look at, out of people of the demo. Past every wall: rows that no action would make.</summary>
internal sealed class PeopleMaker(IServiceProvider services)
{
    private const int SignIns = 64;
    private const int Profiles = 50;
    private const int Most = 400;

    private readonly TupaDb _db = services.GetRequiredService<TupaDb>();
    private readonly Writing _writing = services.GetRequiredService<Writing>();
    private readonly Audience _audience = services.GetRequiredService<Audience>();
    private readonly DateTime _now = services.GetRequiredService<TimeProvider>().UtcNow();

    public async Task<BenchPeople> MakeAsync(CancellationToken stop)
    {
        var staff = await OfAsync(GroupId.Staff, stop);
        var others = (await CountsAsync(staff, stop)).Where(c => c.Count <= 30).OrderByDescending(c => c.Count).Take(2).ToList();
        var few = (await CountsAsync(await OfAsync(GroupId.Elected, stop), stop)).Where(c => c.Count <= 2 && !staff.Contains(c.Person)).OrderByDescending(c => c.Count).First();
        var spaces = await new SpaceMaker(services).MakeAsync([.. staff.Except(others.Select(o => o.Person))], stop);
        var biggest = await BiggestAsync(spaces, stop);
        await GrantAsync(few.Person, 2 - few.Count, biggest, stop);
        await GrantAsync(others[0].Person, 40 - others[0].Count, [.. biggest.Take(10), .. spaces], stop);
        await GrantAsync(others[1].Person, 600 - others[1].Count, [.. spaces, .. biggest], stop);

        var at = biggest[0].Id;

        // Those for the whole space: one for a part of it is not there for everybody who is in.
        var posts = await _db.Set<Posts.Post>().Where(p => p.Space == at && p.PublishedAt <= _now && p.HiddenAt == null && p.ExpiresAt > _now)
            .Where(p => _db.Set<Spaces.Space>().Any(s => s.Id == at && s.Audience == p.Audience))
            .OrderBy(p => p.Id).Take(40).Select(p => p.Id).ToListAsync(stop);
        return new(
            await CountedAsync(few.Person, stop), await CountedAsync(others[0].Person, stop), await CountedAsync(others[1].Person, stop),
            await SignInsAsync(staff, stop), at.Value, [.. posts.Select(p => p.Value)], [.. staff.TakeLast(Profiles).Select(p => p.Value)]);
    }

    private async Task<List<(PersonId Person, int Count)>> CountsAsync(List<PersonId> people, CancellationToken stop)
    {
        var counts = new List<(PersonId, int)>();
        foreach (var person in people.Take(120)) counts.Add((person, await _audience.Mine(Actor.Of(person)).CountAsync(stop)));
        return counts;
    }

    /// <summary>People of a population who go to no school and hold no authority, in a fixed order, with all gates passed.</summary>
    private async Task<List<PersonId>> OfAsync(GroupId population, CancellationToken stop)
    {
        var powerful = _db.Set<Authority>().Join(_db.Set<Assignment>(), a => a.Assignment, t => t.Id, (_, t) => t.Person);
        var people = await _db.Set<GroupMember>()
            .Where(m => m.Group == population && m.FromUtc <= _now && _now < m.UntilUtc && !powerful.Contains(m.Person))
            .Where(m => _db.Set<CardA>().Any(c => c.Person == m.Person) && !_db.Set<CardB>().Any(c => c.Person == m.Person))
            .Where(m => _db.Set<Person>().Any(p => p.Id == m.Person && !p.Shielded))
            .Select(m => m.Person).Distinct().OrderBy(p => p).Take(Most).ToListAsync(stop);
        var passed = await _db.Set<GateMark>().Where(g => people.Contains(g.Person)).Select(g => g.Person).Distinct().ToListAsync(stop);
        await WriteAsync(() => _db.AddRange(people.Except(passed).SelectMany(p => new[]
        {
            new GateMark { Person = p, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = _now },
            new GateMark { Person = p, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = _now },
        })), stop);
        return people;
    }

    /// <summary>The spaces of the demo with the most posts, that were not made here.</summary>
    private async Task<List<Space>> BiggestAsync(List<Space> made, CancellationToken stop)
    {
        var own = made.ConvertAll(s => s.Id);
        var ids = await _db.Set<Arrival>().GroupBy(a => a.Space).OrderByDescending(g => g.Count()).Take(20).Select(g => g.Key).ToListAsync(stop);
        var spaces = await _db.Set<Space>().Where(s => ids.Contains(s.Id) && s.ClosedAt == null && s.Confidentiality == Confidentiality.Members).ToListAsync(stop);
        return [.. spaces.Where(s => !own.Contains(s.Id)).OrderBy(s => ids.IndexOf(s.Id))];
    }

    private async Task GrantAsync(PersonId person, int count, IReadOnlyList<Space> among, CancellationToken stop)
    {
        var mine = await _audience.Mine(Actor.Of(person)).ToListAsync(stop);
        await WriteAsync(() => _db.AddRange(among.Where(s => !mine.Contains(s.Audience)).Take(count).Select(s => new GroupMember
        {
            Person = person,
            Group = s.Members,
            Cause = Guid.CreateVersion7(),
            Because = Because.Grant,
            Rank = (int)SpaceRole.Contributor,
            FromUtc = _now,
            UntilUtc = _now.AddDays(300),
        })), stop);
    }

    private async Task<BenchPerson> CountedAsync(PersonId person, CancellationToken stop) =>
        new(person.Value, await _audience.Mine(Actor.Of(person)).CountAsync(stop));

    private async Task<IReadOnlyList<string>> SignInsAsync(List<PersonId> staff, CancellationToken stop)
    {
        var some = staff.TakeLast(SignIns).ToList();
        var hash = await services.GetRequiredService<PasswordChecks>().HashAsync(BenchPeople.Password, stop);
        await _writing.RunAsync<int>(() => _db.Set<Account>().Where(a => some.Contains(a.Person))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.PasswordAt, _now), stop), stop);
        return await _db.Set<Account>().Where(a => some.Contains(a.Person)).OrderBy(a => a.Folded).Select(a => a.UserId).ToListAsync(stop);
    }

    private Task WriteAsync(Action add, CancellationToken stop) => _writing.RunAsync<bool>(() =>
    {
        add();
        return Task.FromResult(true);
    }, stop);
}
