using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class CorrectionTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_a_steward_has_put_right_is_not_undone_until_the_source_says_it_too(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var said = town.Staff("a", "Aino Mäki") with { Phone = "+358401111111" };
        await town.ImportAsync(new([said]));
        var person = (await town.RecordAsync("a")).Person!.Value;
        var steward = await town.StewardAsync("Eero Lahti");
        var stranger = await town.StewardAsync("Kai Virta", Source.Ldap);
        var id = CorrectionId.New();

        Assert.Equal(CorrectionText.Empty, (await AskAsync(town, id, person, " "))?.Reason);
        Assert.Null(await AskAsync(town, id, person, "Numeroni on vaihtunut"));
        Assert.Null(await AskAsync(town, id, person, "Numeroni on vaihtunut"));
        var row = (await town.House.InAsync((CorrectionQueries wishes) => wishes.OpenAsync(Source.Supervisors, steward)))!.Single();
        Assert.Equal(("a", "+358401111111", CorrectionState.Asked), (row.Key, row.Value, row.State));
        Assert.Null(await town.House.InAsync((CorrectionQueries wishes) => wishes.OpenAsync(Source.Supervisors, stranger)));
        Assert.Equal(Refusal.Absent, await CorrectAsync(town, id, "+358409999999", stranger));

        Assert.Null(await CorrectAsync(town, id, "+358402222222", steward));
        await town.ImportAsync(new([said with { Organisation = "Muu" }]));
        Assert.Equal(("+358402222222", "Muu"), await CardAsync(town, person));

        await town.ImportAsync(new([said with { Organisation = "Muu", Phone = "+358402222222" }]));
        Assert.Equal(CorrectionState.Settled, await StateAsync(town, id));
        await town.ImportAsync(new([said with { Organisation = "Muu", Phone = "+358403333333" }]));
        Assert.Equal(("+358403333333", "Muu"), await CardAsync(town, person));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_that_is_closed_is_heard_again_from_the_source_and_a_new_name_is_found_at_once(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki")]));
        var person = (await town.RecordAsync("a")).Person!.Value;
        var steward = await town.StewardAsync("Eero Lahti");
        var id = CorrectionId.New();
        await town.House.InAsync((CorrectionActions wishes) => wishes.AskAsync(id, Card.A, "family_name", "Olen nyt Salo", Actor.Of(person)));

        Assert.Null(await CorrectAsync(town, id, "Salo", steward));
        Assert.True(await town.House.ReadAsync(db => db.Set<NameWord>().AnyAsync(w => w.Person == person && w.Word == "salo")));
        Assert.Null(await town.House.InAsync((CorrectionActions wishes) => wishes.CloseAsync(id, "Lähde on oikeassa", steward)));
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki")]));

        Assert.Equal("Mäki", await town.House.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == person).Select(c => c.FamilyName).SingleAsync()));
        Assert.Equal(CorrectionText.Answered, (await CorrectAsync(town, id, "Salo", steward))?.Reason);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Erasing_a_person_leaves_nothing_of_deliveries_questions_and_corrections(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("x", "Xi Xu")]));
        await town.ImportAsync(new([town.Staff("a", "Aino Mäki", "aino.maki"), town.Staff("x", "Xi Xu"), town.Staff("b", "Aino Toinen", "aino.maki")]));
        var person = (await town.RecordAsync("a")).Person!.Value;
        await AskAsync(town, CorrectionId.New(), person, "Väärin");
        await town.ImportAsync(new([town.Staff("a", "Aino Uusi", "aino.maki")]), dryRun: true);

        await town.House.InAsync(async (IServiceProvider services) =>
        {
            var register = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<IPersonalData>(services).OfType<RegisterPersonalData>().Single();
            var writing = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Writing>(services);
            var tables = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var row in register.ExportAsync(person, default)) tables.Add(row.Table);
            Assert.Superset(new HashSet<string>(["register_staged", "register_same_tasks", "register_corrections"], StringComparer.Ordinal), tables);

            // The rooms above have their turn first, and so has the audit.
            await writing.RunAsync(async () =>
            {
                var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<TupaDb>(services);
                foreach (var room in Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<IPersonalData>(services).Reverse().Where(r => r is not RegisterPersonalData))
                    await room.EraseAsync(person, default);
                await db.Set<Audit.AliasRow>().Where(a => a.Person == person).ExecuteDeleteAsync();
                return await register.EraseAsync(person, default);
            });
            Assert.Equal(0, await register.RemainingAsync(person, default));
        });
    }

    private static Task<Refusal?> AskAsync(FeedTown town, CorrectionId id, PersonId person, string said) =>
        town.House.InAsync((CorrectionActions wishes) => wishes.AskAsync(id, Card.A, "phone", said, Actor.Of(person)));

    private static Task<Refusal?> CorrectAsync(FeedTown town, CorrectionId id, string value, Actor by) =>
        town.House.InAsync((CorrectionActions wishes) => wishes.CorrectAsync(id, value, "Kiitos", by));

    private static Task<CorrectionState> StateAsync(FeedTown town, CorrectionId id) => town.House.ReadAsync(db => db.Set<Correction>().Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private static Task<(string?, string)> CardAsync(FeedTown town, PersonId person) => town.House.ReadAsync(async db =>
        await db.Set<CardA>().Where(c => c.Person == person).Select(c => new ValueTuple<string?, string>(c.Phone, c.Organisation)).SingleAsync());
}
