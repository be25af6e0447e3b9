using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A small town, built row by row: who is who is said where the test needs it. Rows only; no action of the house is called.</summary>
public sealed class Town(TestHouse house)
{
    private UnitId? _city;

    /// <summary>The city itself, made when first asked for.</summary>
    public async Task<UnitId> CityAsync() => _city ??= await UnitAsync("Kuusisalmen kaupunki", UnitKind.City, parent: null);

    public async Task<UnitId> UnitAsync(string name, UnitKind kind = UnitKind.Unit, UnitId? parent = null, string? code = null)
    {
        var unit = new Unit { Id = UnitId.New(), Kind = kind, NameFi = name, NameSv = name, Parent = parent, InstitutionCode = code, Group = GroupId.New() };
        var group = new Group { Id = unit.Group, Kind = kind == UnitKind.School ? GroupKind.School : GroupKind.Unit, NameFi = name, NameSv = name };
        await house.WriteAsync(db =>
        {
            db.Add(group);
            db.Add(unit);
            return Task.CompletedTask;
        });
        return unit.Id;
    }

    /// <summary>A group; classes, teaching groups and organs are close.</summary>
    public async Task<GroupId> GroupAsync(string name, GroupKind kind, UnitId? unit = null)
    {
        var group = new Group
        {
            Id = GroupId.New(),
            Kind = kind,
            NameFi = name,
            NameSv = name,
            Unit = unit,
            Close = kind is GroupKind.Class or GroupKind.Teaching or GroupKind.Organ,
        };
        await house.WriteAsync(db =>
        {
            db.Add(group);
            return Task.CompletedTask;
        });
        return group.Id;
    }

    /// <summary>A person with card A, an open assignment in the unit, and the groups that follow from it.</summary>
    public async Task<PersonId> StaffAsync(string name, UnitId? unit = null, bool shielded = false) =>
        await PersonAsync(name, Population.Staff, unit ?? await CityAsync(), null, shielded, GroupId.Staff);

    public async Task<PersonId> ElectedAsync(string name, GroupId organ) =>
        await PersonAsync(name, Population.Elected, null, organ, false, GroupId.Elected, organ);

    /// <summary>A partner from outside, sponsored by the first assignment of a member of staff.</summary>
    public async Task<PersonId> PartnerAsync(string name, PersonId sponsor)
    {
        var partner = await PersonAsync(name, Population.Partner, await CityAsync(), null, false, GroupId.Partners);
        await house.WriteAsync(async db =>
        {
            var own = await db.Set<Assignment>().SingleAsync(a => a.Person == partner);
            await db.Set<Assignment>().Where(a => a.Id == own.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastDay, own.FirstDay.AddMonths(6)).SetProperty(a => a.UntilUtc, Helsinki.EndOf(own.FirstDay.AddMonths(6))));
            var by = await db.Set<Assignment>().FirstAsync(a => a.Person == sponsor);
            db.Add(new Sponsorship
            {
                Assignment = own.Id,
                SponsorAssignment = by.Id,
                SponsorEndsOn = by.LastDay,
                StartsOn = own.FirstDay,
                EndsOn = own.FirstDay.AddMonths(6),
                FromUtc = Helsinki.StartOf(own.FirstDay),
                UntilUtc = Helsinki.EndOf(own.FirstDay.AddMonths(6)),
                AgreedUntil = own.FirstDay.AddMonths(6),
                ToldBy = sponsor,
                ToldAt = Helsinki.StartOf(own.FirstDay),
                ContractReference = "KS/1/2026",
                Purpose = "Yhteinen hanke",
            });
        });
        return partner;
    }

    /// <summary>A pupil of a class, seen by the class only.</summary>
    public async Task<PersonId> PupilAsync(string name, UnitId school, GroupId @class, string className = "7B")
    {
        var pupil = await PersonAsync(name, Population.Pupil, school, null, false, GroupId.Pupils, @class);
        await CardBAsync(pupil, name, school, SchoolRole.Pupil, className);
        return pupil;
    }

    /// <summary>A teacher: staff with both cards, in the given classes and teaching groups.</summary>
    public async Task<PersonId> TeacherAsync(string name, UnitId school, params GroupId[] groups)
    {
        var teacher = await PersonAsync(name, Population.Staff, school, null, false, [GroupId.Staff, .. groups]);
        await CardBAsync(teacher, name, school, SchoolRole.Staff, null);
        return teacher;
    }

    /// <summary>Puts a person into a group until a moment; without one, for ever.</summary>
    public Task JoinAsync(PersonId person, GroupId group, int rank = 0, DateTime? until = null) => house.WriteAsync(db =>
    {
        db.Add(Member(person, group, Guid.CreateVersion7(), Because.Grant, rank, until));
        return Task.CompletedTask;
    });

    public Task IncludeAsync(GroupId whole, GroupId part, SpaceRole role, Because because = Because.Inclusion) => house.WriteAsync(db =>
    {
        db.Add(new Inclusion { Whole = whole, Part = part, Rank = (int)role, Because = because, FromUtc = house.Now.AddDays(-1), UntilUtc = Helsinki.Never });
        return Task.CompletedTask;
    });

    /// <summary>A space with its stewards; an Open one is open to all staff.</summary>
    public async Task<TestSpace> SpaceAsync(string name, Confidentiality confidentiality, params PersonId[] stewards)
    {
        var unit = await CityAsync();
        var space = new TestSpace(SpaceId.New(), GroupId.New(), AudienceId.New());
        await house.WriteAsync(db =>
        {
            db.Add(new Group { Id = space.Members, Kind = GroupKind.SpaceMembers, NameFi = name, NameSv = name, Close = confidentiality != Confidentiality.Open });
            db.Add(new AudienceRow { Id = space.Audience, Space = space.Id, SpaceGroup = space.Members, Group = space.Members });
            db.Add(new Space
            {
                Id = space.Id,
                Name = name,
                Purpose = $"{name}: yhteinen työ",
                Confidentiality = confidentiality,
                RetentionClass = RetentionClassId.Default("TT-07"),
                Unit = unit,
                Members = space.Members,
                Audience = space.Audience,
                OpenedAt = house.Now,
            });
            return Task.CompletedTask;
        });
        if (confidentiality == Confidentiality.Open) await IncludeAsync(space.Members, GroupId.Staff, SpaceRole.Reader, Because.Open);
        foreach (var steward in stewards) await JoinAsync(steward, space.Members, (int)SpaceRole.Steward);
        return space;
    }

    /// <summary>Ends everything an assignment of the person gave, at this moment.</summary>
    public Task LeaveAsync(PersonId person) => house.WriteAsync(async db =>
    {
        foreach (var member in await db.Set<GroupMember>().Where(m => m.Person == person).ToListAsync()) member.UntilUtc = house.Now;
    });

    private async Task<PersonId> PersonAsync(string name, Population population, UnitId? unit, GroupId? organ, bool shielded, params GroupId[] groups)
    {
        var (given, family) = Split(name);
        var person = new Person { Id = PersonId.New(), Shielded = shielded, CreatedAt = house.Now, SortKey = Fold.SortKey($"{family} {given}") };
        var assignment = new Assignment
        {
            Id = AssignmentId.New(),
            Person = person.Id,
            Population = population,
            Kind = AssignmentKind.Regular,
            Unit = unit,
            Organ = organ,
            Source = population switch { Population.Elected => Source.Decisions, Population.Partner => Source.Sponsors, Population.Pupil => Source.Schools, _ => Source.Supervisors },
            FirstDay = Helsinki.Day(house.Now).AddDays(-30),
            LastDay = Helsinki.Open,
            UntilUtc = Helsinki.Never,
        };
        await house.WriteAsync(async db =>
        {
            db.Add(person);
            db.Add(assignment);
            foreach (var word in Fold.Words(given, family)) db.Add(new NameWord { Word = word, Person = person.Id });
            foreach (var group in groups) db.Add(Member(person.Id, group, assignment.Id.Value, Because.Assignment, 0, null));
            if (unit is { } at) await InUnitAsync(db, person.Id, at, assignment.Id, population);
            if (population != Population.Pupil) db.Add(CardA(person.Id, given, family, population));
        });
        return person.Id;
    }

    private static CardA CardA(PersonId person, string given, string family, Population population) => new()
    {
        Person = person,
        GivenName = given,
        FamilyName = family,
        UserId = UserIdOf(given, family),
        Email = $"{UserIdOf(given, family)}@kuusisalmi.example",
        Phone = "+358401234567",
        Organisation = population == Population.Partner ? "Siltarakenne Oy" : "Kuusisalmen kaupunki",
    };

    private async Task InUnitAsync(TupaDb db, PersonId person, UnitId unit, AssignmentId assignment, Population population)
    {
        // Pupils are in the school's own people only through their class; staff are in the unit and all above it.
        if (population is not Population.Staff) return;
        for (UnitId? at = unit; at is { } id;)
        {
            var row = await db.Set<Unit>().SingleAsync(u => u.Id == id);
            db.Add(Member(person, row.Group, assignment.Value, Because.Assignment, 0, null));
            at = row.Parent;
        }
    }

    private Task CardBAsync(PersonId person, string name, UnitId school, SchoolRole role, string? className)
    {
        var (given, family) = Split(name);
        return house.WriteAsync(db =>
        {
            db.Add(new CardB
            {
                Person = person,
                GivenName = given,
                FamilyName = family,
                UserId = UserIdOf(given, family),
                School = school,
                ClassName = className,
                InstitutionCode = "03764",
                Role = role,
            });
            return Task.CompletedTask;
        });
    }

    private GroupMember Member(PersonId person, GroupId group, Guid cause, Because because, int rank, DateTime? until) => new()
    {
        Person = person,
        Group = group,
        Cause = cause,
        Because = because,
        Rank = rank,
        FromUtc = house.Now.AddDays(-1),
        UntilUtc = until ?? Helsinki.Never,
        WhileStaff = because == Because.Grant && rank == (int)SpaceRole.Steward,
    };

    private static (string Given, string Family) Split(string name) => (name.Split(' ')[0], string.Join(' ', name.Split(' ')[1..]));

    private static string UserIdOf(string given, string family) => Fold.Plain($"{given}.{family}").Replace(' ', '-');
}

/// <summary>A space of the town.</summary>
public sealed record TestSpace(SpaceId Id, GroupId Members, AudienceId Audience);
