using Tupa.Files;

namespace Tupa.Tests;

/// <summary>/files/new</summary>
public sealed class NewFilePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, FileText.Attach.Fi),
        new(Guest.Teacher, 200, FileText.Attach.Fi),
        new(Guest.Pupil, 200, FileText.Attach.Fi),
        new(Guest.Partner, 200, FileText.Attach.Fi),
        new(Guest.Elected, 200, FileText.Attach.Fi),
        new(Guest.Steward, 200, FileText.Attach.Fi),
        new(Guest.Administrator, 200, FileText.Attach.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task A_member_may_attach_a_file_on_a_page_of_its_own(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/files/new", status, shows, hides);
}
