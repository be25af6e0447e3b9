using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Behind the door of a room nothing is public that another room could lean on by mistake.</summary>
public sealed class VisibilityTests
{
    /// <summary>What rooms above put into their own queries: memberships, arrivals, and the state of bytes.</summary>
    private static readonly string[] Shared = ["Membership", "Arrival", "Blob", "Rendition"];

    [Fact]
    public async Task Entities_are_internal_but_the_few_that_rooms_above_join()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var entities = await house.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).ToList()));

        Assert.Empty(entities.Where(e => e.IsPublic).Select(e => e.Name).Except(Shared));
    }

    [Fact]
    public void Mappings_and_jobs_are_internal() => Assert.Empty(
        from type in FloorTests.House.SelectMany(a => a.GetTypes())
        where type.IsPublic && !type.IsInterface
        where typeof(IJob).IsAssignableFrom(type) || typeof(IPersonalData).IsAssignableFrom(type)
            || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        select type.FullName);

    [Fact]
    public async Task Every_room_has_one_door()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var rooms = house.Services.GetRequiredService<Kernel.House>().Rooms;

        Assert.Equal(rooms.Count, rooms.Select(r => r.GetType().Assembly).Distinct().Count());
        Assert.Equal(rooms.Count, rooms.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());

        // A door that stands in a room and that the house does not open would be a room that is half there.
        var doors = FloorTests.House.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Room)));
        Assert.Equal(doors.Select(d => d.Name).Order(StringComparer.Ordinal), rooms.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));
    }
}
