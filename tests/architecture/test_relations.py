"""Relations point to the same or a lower floor, and lower rooms have no attribute leading up."""

from django.apps import apps

FLOORS = [
    ["config", "commands"], ["web"], ["oversight", "training"], ["exchange"], ["feedback", "campaign"],
    ["counter", "post"], ["payments", "custody"], ["dossiers"], ["catalogue"], ["accounts"], ["directory"],
    ["papers", "messages"], ["ledger"], ["gateways", "kernel", "bootstrap"],
]  # fmt: skip
HEIGHT = {room: -index for index, floor in enumerate(FLOORS) for room in floor}


def _ours():
    return [model for model in apps.get_models() if model.__module__.startswith("motcua.")]


def _room(model):
    return model.__module__.split(".")[1]


def test_every_relation_points_to_the_same_or_a_lower_floor():
    odd = []
    for model in _ours():
        for field in model._meta.get_fields():
            if (
                field.is_relation
                and not field.auto_created
                and field.related_model.__module__.startswith("motcua.")
            ) and HEIGHT[_room(field.related_model)] > HEIGHT[_room(model)]:
                odd.append(f"{model.__name__}.{field.name}")
    assert odd == []


def test_relations_across_rooms_leave_no_attribute_below():
    odd = []
    for model in _ours():
        for field in model._meta.get_fields():
            across = (
                field.is_relation and not field.auto_created and _room(field.related_model) != _room(model)
            )
            if across and not field.remote_field.related_name.endswith("+"):
                odd.append(f"{model.__name__}.{field.name}")
    assert odd == []


def test_every_app_and_room_of_the_house_is_there():
    for floor in FLOORS:
        for room in floor:
            __import__(f"motcua.{room}")
