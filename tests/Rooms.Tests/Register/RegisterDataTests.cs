using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class RegisterDataTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_column_of_the_register_stands_in_exactly_one_closed_list(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var columns = await house.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => e.GetTableName()?.StartsWith("register_", StringComparison.Ordinal) == true)
            .SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()}"))
            .Order(StringComparer.Ordinal).ToList()));

        var listed = ClosedLists.RegisterA.Concat(ClosedLists.RegisterB).Concat(ClosedLists.Technical)
            .Select(c => $"{c.Table}.{c.Column}").Order(StringComparer.Ordinal);

        Assert.Equal(columns, listed);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_held_of_a_person_can_be_handed_over_and_let_go_of_twice(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);

        foreach (var person in new[] { town.OtherPupil, town.Partner, town.Aino })
        {
            var rows = await house.InAsync(async (IEnumerable<IPersonalData> all) => await Register(all).ExportAsync(person, default).ToListAsync());
            Assert.Contains(rows, r => r.Table == "register_people");
            Assert.Contains(rows, r => r.Table == "register_assignments");

            await EraseAsync(person);
            Assert.Equal(0, await house.InAsync((IEnumerable<IPersonalData> all) => Register(all).RemainingAsync(person, default)));
            Assert.Equal(0, await EraseAsync(person));
        }

        Assert.Equal(PersonText.Former.ToString(), (await house.InAsync((PeopleNames names) => names.OfAsync(town.Aino, Actor.Of(town.Borje)))).Name);

        Task<int> EraseAsync(PersonId person)
        {
            return house.InAsync((IServiceProvider services) =>
                services.GetRequiredService<Writing>().RunAsync(() => Register(services.GetServices<IPersonalData>()).EraseAsync(person, default)));
        }

        static IPersonalData Register(IEnumerable<IPersonalData> all) => all.OfType<RegisterPersonalData>().Single();
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_summary_names_the_source_and_the_day_of_each_value(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var record = new SourceRecord { Id = SourceRecordId.New(), Source = Source.Supervisors, Key = "E-1", Person = aino };
        await house.WriteAsync(db =>
        {
            db.Add(record);
            db.Add(new Origin { Person = aino, Card = Card.A, Column = "given_name", SourceRecord = record.Id, Batch = Guid.CreateVersion7(), ReceivedAt = house.Now });
            db.Add(new Origin { Person = aino, Card = Card.A, Column = "phone", SourceRecord = record.Id, Batch = Guid.CreateVersion7(), ReceivedAt = house.Now });
            return Task.CompletedTask;
        });

        var rows = await house.InAsync((PersonalSummary summary) => summary.OfAsync(aino));

        Assert.Equal(["Aino Mäkelä", "+358401234567"], rows.Where(r => r.Source == Source.Supervisors).Select(r => r.Value));
        Assert.Contains(rows, r => r.Field == SummaryRow.Groups && r.Source is null);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Supervisors_class_teachers_and_the_school_office_are_found(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await RegisterTown.OpenAsync(house);
        var city = await house.Town.CityAsync();
        var office = await house.Town.GroupAsync("Koulusihteeri", GroupKind.Duty);
        var secretary = await house.Town.StaffAsync("Sirpa Sihteeri", town.School);
        await house.WriteAsync(async db =>
        {
            var head = await db.Set<Assignment>().SingleAsync(a => a.Person == town.Aino);
            (await db.Set<Unit>().SingleAsync(u => u.Id == city)).Head = head.Id;
            (await db.Set<Group>().SingleAsync(g => g.Id == office)).Code = "koulusihteeri";
            await db.Set<Assignment>().Where(a => a.Person == secretary).ExecuteUpdateAsync(set => set.SetProperty(a => a.Duty, office));
        });

        Assert.NotNull((await AnswersAsync(town.Teacher, town.Pupil))?.Class);
        Assert.Null(await AnswersAsync(town.Teacher, town.OtherPupil));
        Assert.Null(await AnswersAsync(town.Classmate, town.Pupil));
        Assert.Null(await AnswersAsync(town.Pupil, town.Teacher));
        Assert.Equal(new Answering(null), await AnswersAsync(secretary, town.Pupil));
        Assert.Null(await AnswersAsync(secretary, town.OtherPupil));
        Assert.Equal(new Answering(null), await AnswersAsync(town.Aino, town.Teacher));
        Assert.Equal(new Answering(null), await AnswersAsync(town.Aino, town.Partner));
        Assert.Null(await AnswersAsync(town.Teacher, town.Partner));
        Assert.Null(await AnswersAsync(town.Aino, town.Aino));
        Assert.Equal(1, await house.Statements.DuringAsync(() => AnswersAsync(town.Aino, town.Teacher)));
        Assert.Equal([town.Teacher], await house.InAsync((Supervision supervision) => supervision.ClassTeachersOfAsync(town.Pupil)));
        Assert.Equal([secretary], await house.InAsync((Supervision supervision) => supervision.SchoolOfficeOfAsync(town.Pupil)));

        Task<Answering?> AnswersAsync(PersonId one, PersonId other) => house.InAsync((Supervision supervision) => supervision.AnswersForAsync(one, other));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_space_is_close_until_it_has_more_than_a_hundred_members_or_is_open(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensilta", Spaces.Confidentiality.Members, aino);
        var unit = await house.Town.GroupAsync("Hanke", GroupKind.HandMade);
        await house.Town.IncludeAsync(space.Members, unit, Spaces.SpaceRole.Reader);
        await house.WriteAsync(db =>
        {
            for (var i = 0; i < 100; i++)
            {
                var person = new Person { Id = PersonId.New(), CreatedAt = house.Now, SortKey = [1] };
                db.Add(person);
                db.Add(new GroupMember { Person = person.Id, Group = unit, Cause = person.Id.Value, Because = Because.Grant, FromUtc = house.Now.AddDays(-1), UntilUtc = house.Now.AddDays(i == 0 ? 1 : 10) });
            }

            return Task.CompletedTask;
        });

        Assert.Equal(1, await house.InAsync((GroupActions groups) => groups.RecountCloseAsync(space.Members)));
        Assert.False(await CloseAsync());
        house.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(1, await house.InAsync((GroupActions groups) => groups.RecountCloseAsync(space.Members)));
        Assert.True(await CloseAsync());

        // Who is in both by name and by a group is one.
        await house.Town.JoinAsync(aino, unit, rank: 0);
        Assert.Equal(0, await house.InAsync((GroupActions groups) => groups.RecountCloseAsync(space.Members)));
        Assert.True(await CloseAsync());

        Task<bool> CloseAsync() => house.ReadAsync(db => db.Set<Group>().Where(g => g.Id == space.Members).Select(g => g.Close).SingleAsync());
    }
}
