"""Tests of gateways: one contract for simulators and live adapters."""
