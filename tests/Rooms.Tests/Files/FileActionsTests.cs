using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Tests;

public sealed class FileActionsTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_files_of_a_thing_become_those_that_the_form_names_in_its_order(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var (a, b, c) = (await UploadAsync(house, aino, "a"), await UploadAsync(house, aino, "b"), await UploadAsync(house, aino, "c"));
        var owner = await house.AttachedAsync(aino, space, new FileInput(a, "Ensin"), new FileInput(b, ""));

        Assert.Null(await house.AttachAsync(owner, aino, space, [new(c, "Uusi"), new(a, "Muutettu")]));

        var files = await house.FilesAsync(owner, aino);
        Assert.Equal([(c, "Uusi"), (a, "Muutettu")], files.Select(f => (f.Id, f.Alt)));
        Assert.Equal(0, await house.CountAsync<Upload>());
        Assert.Equal(1, await house.Statements.DuringAsync(() => house.FilesAsync(owner, aino)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_attaches_what_another_has_sent(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        var mine = await UploadAsync(house, aino, "salainen");

        Assert.Equal(FileText.UploadGone, (await house.AttachAsync(Guid.CreateVersion7(), kai, space, [new(mine, "")]))!.Reason);
        Assert.Equal(0, await house.CountAsync<AttachedFile>());
        Assert.Equal(1, await house.CountAsync<Upload>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task With_its_thing_a_file_goes_and_the_bytes_that_nothing_else_uses(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var shared = await house.AttachedAsync(aino, space, new FileInput(await UploadAsync(house, aino, "yhteinen"), ""));
        await house.ReadyAsync();
        var other = await house.AttachedAsync(aino, space, new FileInput(await UploadAsync(house, aino, "yhteinen"), ""));
        await house.AttachedAsync(aino, space, new FileInput(await UploadAsync(house, aino, "oma"), ""));
        await house.ReadyAsync();
        Assert.Equal(2, house.BlobFiles().Count);

        await house.InAsync((FileActions files) => files.RemoveOfAsync(shared));
        house.Clock.Move(TimeSpan.FromHours(2));
        await house.SweepAsync();
        Assert.Equal(2, house.BlobFiles().Count);

        await house.InAsync((FileActions files) => files.RemoveOfAsync(other));
        await house.SweepAsync();
        Assert.Single(house.BlobFiles());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_erased_persons_files_stay_with_the_space_without_a_name(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, kai) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Kai Virta"));
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        var owner = await house.AttachedAsync(aino, space, new FileInput(await UploadAsync(house, aino, "pysyy"), ""));
        await UploadAsync(house, aino, "menee");

        await house.InAsync((IServiceProvider services) => services.GetRequiredService<Writing>().RunAsync(() => PersonalData(services).EraseAsync(aino, default)));
        Assert.Equal(0, await house.InAsync((IServiceProvider services) => PersonalData(services).RemainingAsync(aino, default)));
        Assert.Single(await house.FilesAsync(owner, kai));
    }

    [Theory]
    [InlineData("C:\\kuvat\\silta.jpg", "silta.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("rivi\r\nX: 1.txt", "riviX 1.txt")]
    [InlineData("", "Tiedosto")]
    public void A_name_is_the_last_part_of_a_path_without_what_cannot_stand_in_one(string sent, string called) =>
        Assert.Equal(called, UploadForm.Called(sent));

    private static FilesPersonalData PersonalData(IServiceProvider services) => services.GetServices<IPersonalData>().OfType<FilesPersonalData>().Single();

    private static async Task<FileId> UploadAsync(TestHouse house, PersonId person, string content)
    {
        var blob = await house.SendAsync(System.Text.Encoding.UTF8.GetBytes(content));
        var upload = new Upload { Id = FileId.New(), Blob = blob, Person = person, Name = $"{content}.txt", At = house.Now };
        await house.WriteAsync(db =>
        {
            db.Add(upload);
            return Task.CompletedTask;
        });
        return upload.Id;
    }
}
