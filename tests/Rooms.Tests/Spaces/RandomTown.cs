using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A post of the town, and its one picture.</summary>
internal sealed record DrawnPost(PostId Id, FileId File, TestSpace Space, PersonId Author);

/// <summary>
/// A town drawn by lot: eighty people of all kinds; groups and spaces whose memberships are past, present, to come, or begin and end
/// on the very tick at which it is asked; and 125 posts that the actions of the house published, scheduled, gave an end, showed to
/// a part of a space or to another one, hid, showed again and deleted. Then four days pass, and no job runs. A seed draws one town.
/// </summary>
internal sealed class RandomTown(TestHouse house, int seed)
{
    private const int PersonCount = 80;
    private const int SpaceCount = 14;
    private const int PostCount = 125;
    private static readonly string[] Given = ["Aino", "Börje", "Kai", "Oona", "Veeti", "Jelena", "Åke", "Hilma", "Šimon", "Yrjö"];
    private static readonly string[] Families =
        ["Heikkilä", "Öhman", "Šarić-Niemi", "Åkerlund", "Mäki", "Virta", "Lahti", "Korhonen", "Lindqvist", "Salo", "Nurmi", "Kallio", "Wuori"];

    private readonly Random _dice = new(seed);
    private readonly List<(PersonId Id, string Family)> _people = [];
    private readonly List<PersonId> _staff = [];
    private readonly List<GroupId> _groups = [];
    private readonly List<(TestSpace Space, PersonId Steward)> _spaces = [];
    private DateTime _then;

    public IReadOnlyList<(PersonId Id, string Family)> People => _people;

    public IEnumerable<TestSpace> Spaces => _spaces.Select(s => s.Space);

    public List<DrawnPost> Posts { get; } = [];

    /// <summary>Draws the town and stops its clock four days later, on a whole minute.</summary>
    public static async Task<RandomTown> DrawAsync(TestHouse house, int seed)
    {
        var town = new RandomTown(house, seed);
        var later = house.Now.AddDays(4);
        town._then = later.AddTicks(-(later.Ticks % TimeSpan.TicksPerMinute));
        await town.DrawPeopleAsync();
        await town.DrawGroupsAsync();
        await town.DrawSpacesAsync();
        await town.DrawPostsAsync();
        await town.LookAfterAsync();
        house.Clock.StopAt(town._then);
        return town;
    }

    private async Task DrawPeopleAsync()
    {
        var city = await house.Town.CityAsync();
        UnitId[] units = [city, await house.Town.UnitAsync("Kirjasto", parent: city), await house.Town.UnitAsync("Tekniset palvelut", parent: city)];
        UnitId[] schools = [await house.Town.UnitAsync("Salmen koulu", UnitKind.School, city, "03764"), await house.Town.UnitAsync("Strandens skola", UnitKind.School, city, "03765")];
        GroupId[] classes = [await ClassAsync("7A", 0), await ClassAsync("7B", 0), await ClassAsync("8A", 1), await ClassAsync("8B", 1)];
        GroupId[] organs = [await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ), await house.Town.GroupAsync("Sivistyslautakunta", GroupKind.Organ)];
        GroupId[] others = [await house.Town.GroupAsync("Kuoro", GroupKind.HandMade), await house.Town.GroupAsync("Matematiikka 7", GroupKind.Teaching, schools[0])];
        _groups.AddRange([.. classes, .. organs, .. others]);

        for (var i = 0; i < PersonCount; i++)
        {
            var family = Families[i % Families.Length];
            var name = $"{Given[i % Given.Length]}{(char)('a' + i / 26)}{(char)('a' + i % 26)} {family}";
            var at = _dice.Next(classes.Length);

            // The first staff of the town sponsor the partners; from there on the lot decides.
            var id = (i < 3 ? 0 : _dice.Next(100)) switch
            {
                < 40 => Staff(await house.Town.StaffAsync(name, Any(units))),
                < 50 => Staff(await house.Town.TeacherAsync(name, schools[at / 2], classes[at])),
                < 62 => await house.Town.ElectedAsync(name, Any(organs)),
                < 75 => await house.Town.PartnerAsync(name, Any(_staff)),
                _ => await house.Town.PupilAsync(name, schools[at / 2], classes[at]),
            };
            _people.Add((id, family));
        }

        var shielded = _people.Select(p => p.Id).Where(_ => _dice.Next(8) == 0).ToList();
        await house.WriteAsync(db => db.Set<Person>().Where(p => shielded.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Shielded, true)));

        Task<GroupId> ClassAsync(string name, int school) => house.Town.GroupAsync(name, GroupKind.Class, schools[school]);

        PersonId Staff(PersonId person)
        {
            _staff.Add(person);
            return person;
        }
    }

    /// <summary>Guests in every group, for a while.</summary>
    private Task DrawGroupsAsync() => house.WriteAsync(db =>
    {
        foreach (var group in _groups) AddMembers(db, group, _dice.Next(12), () => 0);
        return Task.CompletedTask;
    });

    private async Task DrawSpacesAsync()
    {
        for (var i = 0; i < SpaceCount; i++)
        {
            var steward = Any(_staff);
            var space = await house.Town.SpaceAsync($"Tila {i}", Any(Enum.GetValues<Confidentiality>()), steward);
            _spaces.Add((space, steward));
            await house.WriteAsync(db =>
            {
                AddMembers(db, space.Members, 2 + _dice.Next(16), () => 10 * _dice.Next(1, 5));
                foreach (var part in _dice.GetItems(_groups.ToArray(), _dice.Next(4)).Distinct())
                {
                    var (from, until) = Window();
                    db.Add(new Inclusion { Whole = space.Members, Part = part, Because = Because.Inclusion, Rank = 10 * _dice.Next(1, 4), FromUtc = from, UntilUtc = until });
                }

                return Task.CompletedTask;
            });
        }
    }

    private async Task DrawPostsAsync()
    {
        var facts = await TownFacts.ReadAsync(house);
        var picture = await house.SendAsync(await Samples.PictureAsync(), "silta.jpg");
        await house.ReadyAsync();
        for (var i = 0; i < PostCount; i++)
        {
            var (space, steward) = Any(_spaces);
            var writers = _people.Select(p => p.Id).Where(p => facts.Rank(p, space.Id) >= (int)SpaceRole.Contributor).ToArray();
            var (author, file) = (_dice.Next(6) == 0 ? steward : Any(writers), FileId.New());
            await house.WriteAsync(db =>
            {
                db.Add(new Upload { Id = file, Blob = picture, Person = author, Name = "silta.jpg", At = house.Now });
                return Task.CompletedTask;
            });
            var input = await FormAsync(space, author, i) with { Files = [new(file, "Silta")] };
            Assert.Null((await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(author)))).Refusal);
            Posts.Add(new(input.Id, file, space, author));
        }
    }

    private async Task<PostInput> FormAsync(TestSpace space, PersonId author, int number)
    {
        var open = (await house.InAsync((SpaceAccess access) => access.OpenAsync(space.Id, Actor.Of(author))))!;
        var choices = await house.InAsync((PartAudiences parts) => parts.PartChoicesAsync(open));
        var part = choices.Count > 0 && _dice.Next(3) == 0;
        var begins = _dice.Next(5) switch { 0 => Between(), 1 => Any([_then, _then.AddMinutes(1), _then.AddDays(3)]), _ => default(DateTime?) };
        var ends = _dice.Next(4) switch { 0 => Any([_then, _then.AddMinutes(1)]), 1 => Between(), _ => default(DateTime?) };
        if (ends <= begins) ends = null;
        var ((day, time), (untilDay, untilTime)) = (Typed(begins), Typed(ends));
        var must = Typed(_then.AddDays(5));
        return new()
        {
            Id = PostId.New(),
            Space = space.Id,
            Title = $"Julkaisu {number}",
            Body = "Kannen pintaus on valmis.",
            Who = part ? Who.Part : Who.All,
            Groups = part ? [Any(choices).Group] : [],
            Later = begins is not null,
            Day = day,
            Time = time,
            UntilDay = untilDay,
            UntilTime = untilTime,
            MustRead = _dice.Next(8) == 0,
            MustDay = must.Day,
            MustTime = must.Time,
            Pin = _dice.Next(8) == 0,
        };
    }

    /// <summary>What stewards do afterwards: to posts, and to whole spaces.</summary>
    private async Task LookAfterAsync()
    {
        foreach (var post in Posts)
        {
            var by = Actor.Of(_spaces.First(s => s.Space == post.Space).Steward);
            switch (_dice.Next(12))
            {
                case 0:
                    await house.InAsync((PostCareActions care) => care.HideAsync(post.Id, by));
                    break;
                case 1:
                    await house.InAsync((PostCareActions care) => care.HideAsync(post.Id, by));
                    await house.InAsync((PostCareActions care) => care.UnhideAsync(post.Id, by));
                    break;
                case 2:
                    await house.InAsync((PostActions posts) => posts.DeleteAsync(post.Id, by));
                    break;
                case 3:
                    var moved = new PostInput { Id = post.Id, Space = post.Space.Id, Title = "Muutettu", Body = "Näkyy muille.", Who = Who.All, Files = [new(post.File, "")] };
                    await house.InAsync((PostActions posts) => posts.ReviseAsync(moved, by));
                    break;
            }
        }

        foreach (var (space, steward) in _spaces)
        {
            if (_dice.Next(8) == 0) await house.InAsync((SpaceActions spaces) => spaces.CloseAsync(space.Id, Actor.Of(steward)));
            if (_dice.Next(6) == 0) await ChangeAsync(space.Id, Actor.Of(steward));
        }
    }

    private Task<Refusal?> ChangeAsync(SpaceId space, Actor by) => house.InAsync(async (IServiceProvider services) =>
    {
        var queries = (SpaceQueries)services.GetService(typeof(SpaceQueries))!;
        var form = SpaceInput.Of((await queries.HeadAsync(space, by))!);
        return await ((SpaceActions)services.GetService(typeof(SpaceActions))!).ChangeAsync(space, form with { Confidentiality = (int)Any(Enum.GetValues<Confidentiality>()) }, by);
    });

    private void AddMembers(TupaDb db, GroupId group, int count, Func<int> rank)
    {
        for (var i = 0; i < count; i++)
        {
            var (from, until) = Window();
            db.Add(new GroupMember
            {
                Person = Any(_people).Id,
                Group = group,
                Cause = Guid.CreateVersion7(),
                Because = Because.Grant,
                Rank = rank(),
                FromUtc = from,
                UntilUtc = until,
            });
        }
    }

    private (DateTime From, DateTime Until) Window()
    {
        var (past, tick) = (house.Now.AddDays(-20), TimeSpan.FromMicroseconds(1));
        return _dice.Next(12) switch
        {
            0 => (past, house.Now.AddDays(-5)),
            1 => (past, Between()),
            2 => (past, _then),
            3 => (past, _then + tick),
            4 => (Between(), Helsinki.Never),
            5 => (_then, Helsinki.Never),
            6 => (_then + tick, Helsinki.Never),
            _ => (past, Helsinki.Never),
        };
    }

    /// <summary>A whole minute of the days that pass.</summary>
    private DateTime Between() => _then.AddMinutes(-_dice.Next(5, 60 * 24 * 3));

    private static (string Day, string Time) Typed(DateTime? utc) => utc is { } at
        ? (Helsinki.Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Helsinki.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture))
        : ("", "");

    private T Any<T>(IReadOnlyList<T> of) => of[_dice.Next(of.Count)];
}
