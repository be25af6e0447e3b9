using Tupa.Register;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}/members</summary>
public sealed class MembersPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, "Sami Hautakangas", MemberText.AddPerson.Fi),
        new(Guest.Steward, 200, MemberText.AddPerson.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Members_see_each_other_and_the_steward_may_let_in(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}/members", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_teacher_of_a_class_goes_from_its_members_to_its_codes_and_nobody_else_does(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var group = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var teacher = await house.Town.TeacherAsync("Jelena Šarić-Niemi", school, group);
        var pupil = await house.Town.PupilAsync("Aada Koivisto", school, group);
        var colleague = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("7B, Salmen koulu", Confidentiality.Members, teacher, colleague);
        await house.Town.IncludeAsync(space.Members, group, SpaceRole.Contributor);
        var codes = $"a[href='/classes/{group}/sign-in-codes']";

        foreach (var (who, shown) in new[] { (teacher, true), (colleague, false), (pupil, false) })
        {
            using var client = await house.SignedInAsync(who);
            var page = await client.PageAsync($"/spaces/{space.Id}/members");
            Assert.Equal(shown, page.QuerySelector(codes) is not null);
            if (shown) Assert.NotNull((await client.PageAsync($"/classes/{group}/sign-in-codes")).QuerySelector("#print-class button"));
        }
    }
}
